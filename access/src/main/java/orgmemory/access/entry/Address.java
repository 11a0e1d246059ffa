// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.entry;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;

/**
 * Under which address people reach the memory. Links that are handed on carry this one, whatever the request that asked for
 * them says of itself; requests for any other host are refused.
 */
public final class Address {

    private static final Set<String> ALWAYS = Set.of("localhost", "127.0.0.1", "[::1]");

    private final String configured;
    private final Set<String> hosts;
    private final Environment environment;

    /** An address in the settings that is none. */
    public static final class Unusable extends IllegalArgumentException {

        Unusable(String setting, String given) {
            super("--" + setting + "=" + given
                    + " is not understood; an address is https://memory.example.org, "
                    + "a host memory.example.org.");
        }
    }

    /**
     * @param configured as the owner names it; empty for this very machine
     * @param more       further hosts by which it is reached
     */
    Address(String configured, List<String> more, Environment environment) {
        this.configured = configured.strip().replaceAll("/+$", "");
        this.environment = environment;
        var own = this.configured.isEmpty()
                ? Stream.<String>empty()
                : Stream.of(host("memory.address", this.configured, this.configured));
        var others = more.stream()
                .filter(each -> !each.isBlank())
                .map(each -> host("memory.hosts", each, "http://" + each.strip()));
        this.hosts = Stream.of(ALWAYS.stream(), own, others)
                .flatMap(each -> each)
                .collect(Collectors.toSet());
    }

    private static String host(String setting, String given, String address) {
        try {
            var parsed = new URI(address);
            var host = parsed.getHost();
            boolean web = Set.of("http", "https").contains(String.valueOf(parsed.getScheme()));
            boolean bare = String.valueOf(parsed.getRawPath()).isEmpty() && parsed.getRawQuery() == null
                    && parsed.getRawFragment() == null && parsed.getRawUserInfo() == null;
            if (web && bare && host != null) {
                return host.toLowerCase(Locale.ROOT);
            }
        } catch (URISyntaxException none) {
            // Refused below, as all that is no address is.
        }
        throw new Unusable(setting, given);
    }

    /** The full address of a page. */
    public String of(String path) {
        return (configured.isEmpty()
                ? "http://localhost:" + environment.getProperty("local.server.port", "8080")
                : configured) + path;
    }

    /** Whether the memory is reached by that name, as a request's {@code Host} has it, without the port. */
    boolean knows(String host) {
        return hosts.contains(host.toLowerCase(Locale.ROOT));
    }
}
