// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.server;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import orgmemory.access.entry.TrustedProxies;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a request may cost before it has come to its end. */
@Configuration(proxyBeanMethods = false)
public class Limited {

    /**
     * How much of it.
     *
     * @param head                  time for the request's head, from its first byte to its last
     * @param idle                  how long a connection is kept on which nothing is asked
     * @param body                  time to wait for a body, beside what its bytes earn it
     * @param leastPerSecond        bytes of a body that come in a second at least
     * @param connectionsPerAddress connections from one address at a time
     * @param trusted               addresses behind which many people come
     */
    record Allowed(Duration head, Duration idle, Duration body, long leastPerSecond,
            int connectionsPerAddress,
            Predicate<String> trusted) {
    }

    @Bean
    Allowed allowed(@Value("${memory.limits.head:20s}") Duration head,
            @Value("${memory.limits.idle:1m}") Duration idle,
            @Value("${memory.limits.body:20s}") Duration body,
            @Value("${memory.limits.body-bytes-per-second:1024}") long leastPerSecond,
            @Value("${memory.limits.connections-per-address:512}") int connections,
            @Value("${memory.trusted-proxies:}") List<String> proxies) {
        return new Allowed(head, idle, body, leastPerSecond, connections,
                TrustedProxies.among(proxies));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> patience(Allowed allowed) {
        return server -> {
            server.setProtocol(PatientProtocol.class.getName());
            server.addEngineValves(new Bodies(allowed.body(), allowed.leastPerSecond()));
            server.addConnectorCustomizers(connector -> {
                // However many languages a request names, we look at the first ones only.
                connector.setMaxLocaleCount(Integer.MAX_VALUE);
                if (connector.getProtocolHandler() instanceof PatientProtocol protocol) {
                    protocol.limit(allowed);
                }
            });
        };
    }
}
