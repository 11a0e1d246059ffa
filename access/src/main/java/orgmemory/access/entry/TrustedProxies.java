// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.entry;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells apart who comes through a proxy that the owner trusts. What anybody else says of themselves is not heard. */
public final class TrustedProxies extends OncePerRequestFilter {

    private final Predicate<String> trusted;

    TrustedProxies(Predicate<String> trusted) {
        this.trusted = trusted;
    }

    /**
     * Whether an address is one of a trusted proxy's.
     *
     * @param proxies addresses of proxies, or of networks of them, as 10.0.0.0/8; what is blank is none
     * @throws Address.Unusable where another is no address
     */
    public static Predicate<String> among(List<String> proxies) {
        var matchers = proxies.stream()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .map(TrustedProxies::matcher)
                .toList();
        return address -> matchers.stream().anyMatch(proxy -> proxy.matches(address));
    }

    private static IpAddressMatcher matcher(String given) {
        try {
            return new IpAddressMatcher(given);
        } catch (IllegalArgumentException none) {
            throw new Address.Unusable("memory.trusted-proxies", given);
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response,
            FilterChain chain) throws ServletException, IOException {
        chain.doFilter(trusted.test(request.getRemoteAddr()) ? new Through(request) : request, response);
    }

    /** A request as the proxy tells it. */
    private final class Through extends HttpServletRequestWrapper {

        private final Forwarded forwarded;
        private final String address;

        private Through(HttpServletRequest request) {
            super(request);
            this.forwarded = Forwarded.of(request);
            this.address = forwarded.client(request.getRemoteAddr(), trusted);
        }

        @Override
        public String getRemoteAddr() {
            return address;
        }

        @Override
        public String getRemoteHost() {
            return address;
        }

        @Override
        public String getScheme() {
            return forwarded.scheme().orElse(super.getScheme());
        }

        @Override
        public boolean isSecure() {
            return getScheme().equals("https");
        }

        @Override
        public String getServerName() {
            return forwarded.host().orElse(super.getServerName());
        }
    }
}
