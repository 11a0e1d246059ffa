// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.entry;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import orgmemory.access.ErrorAnswers;
import orgmemory.access.Rights;
import orgmemory.access.WhoMay;
import orgmemory.access.account.Accounts;
import orgmemory.access.account.Insiders;
import orgmemory.access.account.Tokens;
import orgmemory.access.unsent.StoredSealingKeys;
import orgmemory.access.unsent.UnsentForms;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Programs show a bearer token, are asked for no other secret and leave no session; people have a session, and each of their
 * forms carries its secret. A controller that needs a capacity says
 * {@code @PreAuthorize("hasAuthority('CAPACITY_MEM')")}.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
@Import({SessionStore.class, Surroundings.class})
public class EntryConfiguration {

    /** What everybody may see. */
    private static final String[] OPEN = {"/actuator/health/**", "/api/status", "/error", "/sign-in",
            "/sign-in/cast", WayBack.UNSENT,
            "/welcome/*", "/css/**", "/js/**", "/fonts/**", "/img/**", "/vendor/**", "/favicon.ico"};

    private static final String[] PROGRAMS = {"/api/**", "/actuator/**"};

    private static final String PAGES_MAY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; manifest-src 'self'; "
            + "worker-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String ANSWERS_MAY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";

    private static final String REVALIDATED = "private, no-cache";

    @Bean
    RightsToday rightsToday(ObjectProvider<Rights> rights) {
        return new RightsToday(rights);
    }

    @Bean
    Bearers bearers(WhoMay whoMay, Tokens tokens, RightsToday rights) {
        return new Bearers(whoMay, tokens, rights);
    }

    @Bean
    OpaqueTokenIntrospector introspector(Bearers bearers, RightsToday rights) {
        return new TokenIntrospector(bearers, rights);
    }

    @Bean
    CsrfTokenRepository formSecrets() {
        return new FormSecrets();
    }

    @Bean
    UnsentForms unsentForms(DataSource source) {
        return new UnsentForms(new StoredSealingKeys(source), InstantSource.system());
    }

    @Bean
    SignedIn signedIn(WhoMay whoMay, Insiders insiders, RightsToday rights) {
        return new SignedIn(whoMay, insiders, rights);
    }

    @Bean
    Entrance entrance(SignedIn signedIn) {
        return new Entrance(signedIn);
    }

    @Bean
    KnownBrowsers knownBrowsers(DataSource source, Accounts accounts) {
        return new KnownBrowsers(source, accounts);
    }

    @Bean
    Lookers lookers(DataSource source) {
        return new Lookers(source);
    }

    @Bean
    Limits limits(@Value("${memory.limits.tries-per-address:30}") int tries,
            @Value("${memory.limits.requests-per-person:6000}") int requests) {
        return new Limits(new Limits.Allowed(tries, requests), Ticker.systemTicker());
    }

    /** Programs come in by a chain of two: no session, no secret of a form, no page to lead them back to. */
    @Bean
    @Order(1)
    SecurityFilterChain programsWithTokens(Bearers bearers, ErrorAnswers problems, Limits limits) {
        return new DefaultSecurityFilterChain(TokenEntrance.comers(), new TokenEntrance(bearers, problems),
                new AskingLimit(limits, problems));
    }

    /** What each answer to a program says of itself, unless a controller knows better. */
    static void answerToPrograms(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, REVALIDATED);
        response.setHeader("Content-Security-Policy", ANSWERS_MAY);
        response.setHeader("X-Content-Type-Options", "nosniff");
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http, ErrorAnswers problems, SignedIn signedIn,
            CsrfTokenRepository formSecrets, Limits limits, ObjectProvider<Departure> departures,
            UnsentForms unsent)
            throws Exception {
        var notSignedIn = new NotSignedIn(problems, unsent);
        return http
                .securityContext(context -> context.securityContextRepository(signedIn))
                .authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server
                        .opaqueToken(token -> {})
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems))
                .exceptionHandling(errors -> errors
                        .authenticationEntryPoint(notSignedIn)
                        .accessDeniedHandler(notSignedIn))
                .requestCache(RequestCacheConfigurer::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(formSecrets))
                .logout(logout -> logout.logoutUrl("/sign-out")
                        .logoutSuccessUrl(WayBack.SIGN_IN + "?out")
                        .addLogoutHandler((request, response, who) -> departures
                                .forEach(each -> each.of(Lookers.of(request)))))
                .addFilterAfter(new AskingLimit(limits, problems), AuthorizationFilter.class)
                .headers(EntryConfiguration::headers)
                .build();
    }

    /**
     * Answers are nobody else's, and are asked for again by their ETag before they are shown again; what says so itself, as
     * styles and pictures do, keeps its own word.
     */
    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .addHeaderWriter(new StaticHeadersWriter(HttpHeaders.CACHE_CONTROL, REVALIDATED))
                .addHeaderWriter(policy(programs(), ANSWERS_MAY))
                .addHeaderWriter(policy(new NegatedRequestMatcher(programs()), PAGES_MAY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=()"))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
    }

    private static DelegatingRequestMatcherHeaderWriter policy(RequestMatcher where, String policy) {
        return new DelegatingRequestMatcherHeaderWriter(where,
                new StaticHeadersWriter("Content-Security-Policy", policy));
    }

    private static RequestMatcher programs() {
        var paths = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(
                List.of(PROGRAMS).stream().map(paths::matcher).toArray(RequestMatcher[]::new));
    }
}
