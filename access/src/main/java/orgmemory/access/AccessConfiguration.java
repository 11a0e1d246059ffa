// SPDX-License-Identifier: Apache-2.0
package orgmemory.access;

import jakarta.servlet.DispatcherType;
import javax.sql.DataSource;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/**
 * Imported by every application: whoever asks shows a bearer token. There are no cookies, hence no CSRF. A controller
 * that needs a capacity says {@code @PreAuthorize("hasAuthority('CAPACITY_MEM')")}.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
@Import({Problems.class, ErrorAnswers.class})
public class AccessConfiguration {

    @Bean
    Sentences sentences() {
        return new Sentences();
    }

    @Bean
    Tokens tokens(DataSource source) {
        return new Tokens(source);
    }

    @Bean
    OpaqueTokenIntrospector introspector(Tokens tokens, ObjectProvider<Rights> rights) {
        return new TokenIntrospector(tokens, rights);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> refusedByServer() {
        return server -> server.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(RefusedByServer.class.getName());
            }
        });
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http, ErrorAnswers answers) throws Exception {
        return http
                .authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers("/actuator/health/**", "/api/status", "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server
                        .opaqueToken(token -> {})
                        .authenticationEntryPoint(answers)
                        .accessDeniedHandler(answers))
                .exceptionHandling(errors -> errors
                        .authenticationEntryPoint(answers)
                        .accessDeniedHandler(answers))
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(RequestCacheConfigurer::disable)
                .csrf(CsrfConfigurer::disable)
                .headers(AccessConfiguration::headers)
                .build();
    }

    /** Answers are nobody else's, and are asked for again by their ETag before they are shown again. */
    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .addHeaderWriter(new StaticHeadersWriter(HttpHeaders.CACHE_CONTROL, "private, no-cache"))
                .contentSecurityPolicy(policy -> policy
                        .policyDirectives("default-src 'none'; frame-ancestors 'none'; base-uri 'none'"))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
    }
}
