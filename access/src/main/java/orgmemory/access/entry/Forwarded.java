// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.entry;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What proxies say of a request that came through them, by {@code X-Forwarded-For} and its like or by {@code Forwarded} (RFC
 * 7239). Where both tell of addresses, neither is believed: a proxy speaks one of them, so the other came from outside.
 *
 * @param addresses who asked the first proxy, then each proxy but the last
 */
record Forwarded(List<String> addresses, Optional<String> scheme, Optional<String> host) {

    private static final Forwarded NOTHING = new Forwarded(List.of(), Optional.empty(), Optional.empty());
    private static final Pattern PAIR = Pattern.compile("\\s*(for|proto|host)=\"?([^\";,]*)\"?\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS = Pattern
            .compile("\\[([0-9A-Fa-f:.]+)](?::\\d+)?|([0-9.]+)(?::\\d+)?"
                    + "|([0-9A-Fa-f:.]+)");

    static Forwarded of(HttpServletRequest request) {
        var chain = values(request, "X-Forwarded-For");
        var elements = values(request, "Forwarded");
        if (!chain.isEmpty() && !elements.isEmpty()) {
            return NOTHING;
        }
        return elements.isEmpty()
                ? new Forwarded(chain, scheme(last(values(request, "X-Forwarded-Proto"))),
                        last(values(request, "X-Forwarded-Host")).map(Forwarded::name))
                : new Forwarded(elements.stream().flatMap(each -> pair(each, "for")).toList(),
                        scheme(last(elements.stream().flatMap(each -> pair(each, "proto")).toList())),
                        last(elements.stream().flatMap(each -> pair(each, "host")).toList())
                                .map(Forwarded::name));
    }

    /** Who asked the first proxy that is trusted: what is told beyond one that is not may be made up. */
    String client(String lastProxy, Predicate<String> trusted) {
        var client = lastProxy;
        for (var hop : addresses.reversed()) {
            var address = address(hop);
            if (address.isEmpty() || !trusted.test(client)) {
                return client;
            }
            client = address.get();
        }
        return client;
    }

    private static Optional<String> address(String hop) {
        var found = ADDRESS.matcher(hop);
        if (!found.matches()) {
            return Optional.empty();
        }
        return Stream.of(1, 2, 3)
                .map(found::group)
                .filter(group -> group != null)
                .filter(Forwarded::isAddress)
                .findFirst();
    }

    private static boolean isAddress(String text) {
        try {
            InetAddress.ofLiteral(text);
            return true;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private static Stream<String> pair(String element, String name) {
        return Pattern.compile(";")
                .splitAsStream(element)
                .map(PAIR::matcher)
                .filter(pair -> pair.matches() && pair.group(1).equalsIgnoreCase(name))
                .map(pair -> pair.group(2).strip());
    }

    private static List<String> values(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header))
                .stream()
                .flatMap(value -> Pattern.compile(",").splitAsStream(value))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static Optional<String> last(List<String> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(values.getLast());
    }

    private static Optional<String> scheme(Optional<String> said) {
        return said.map(scheme -> scheme.toLowerCase(Locale.ROOT))
                .filter(Set.of("http", "https")::contains);
    }

    /** A host without its port. */
    private static String name(String host) {
        return host.replaceFirst(":\\d*$", "");
    }
}
