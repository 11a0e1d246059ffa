// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.entry;

import java.util.List;
import orgmemory.access.ErrorAnswers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** What the owner says of the network around: under which address the memory is reached, and through which proxies. */
@Configuration(proxyBeanMethods = false)
class Surroundings {

    @Bean
    Address address(@Value("${memory.address:}") String address,
            @Value("${memory.hosts:}") List<String> hosts,
            Environment environment) {
        return new Address(address, hosts, environment);
    }

    @Bean
    FilterRegistrationBean<TrustedProxies> trustedProxies(
            @Value("${memory.trusted-proxies:}") List<String> addresses) {
        var filter = new FilterRegistrationBean<>(new TrustedProxies(TrustedProxies.among(addresses)));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    FilterRegistrationBean<KnownHosts> knownHosts(Address address, ErrorAnswers problems) {
        var filter = new FilterRegistrationBean<>(new KnownHosts(address, problems));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }
}
