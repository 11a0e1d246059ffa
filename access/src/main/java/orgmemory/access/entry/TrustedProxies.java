// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.entry;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells apart who comes through a proxy that the owner trusts. What anybody else says of themselves is not heard. */
final class TrustedProxies extends OncePerRequestFilter {

    private final List<IpAddressMatcher> trusted;

    /** @param addresses of proxies, or of networks of them, as 10.0.0.0/8 */
    TrustedProxies(List<String> addresses) {
        this.trusted = addresses.stream()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .map(TrustedProxies::matcher)
                .toList();
    }

    private static IpAddressMatcher matcher(String given) {
        try {
            return new IpAddressMatcher(given);
        } catch (IllegalArgumentException none) {
            throw new Address.Unusable("memory.trusted-proxies", given);
        }
    }

    boolean trusts(String address) {
        return trusted.stream().anyMatch(proxy -> proxy.matches(address));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response,
            FilterChain chain) throws ServletException, IOException {
        chain.doFilter(trusts(request.getRemoteAddr()) ? new Through(request) : request, response);
    }

    /** A request as the proxy tells it. */
    private final class Through extends HttpServletRequestWrapper {

        private final Forwarded told;
        private final String address;

        private Through(HttpServletRequest request) {
            super(request);
            this.told = Forwarded.of(request);
            this.address = told.client(request.getRemoteAddr(), TrustedProxies.this::trusts);
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
            return told.scheme().orElse(super.getScheme());
        }

        @Override
        public boolean isSecure() {
            return getScheme().equals("https");
        }

        @Override
        public String getServerName() {
            return told.host().orElse(super.getServerName());
        }
    }
}
