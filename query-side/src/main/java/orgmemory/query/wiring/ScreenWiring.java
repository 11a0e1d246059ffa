// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.wiring;

import java.text.MessageFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orgmemory.access.Sentences;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** The two languages of the pages: the one that was chosen, else the first of the browser's that we know, else Hebrew. */
@Configuration(proxyBeanMethods = false)
class ScreenWiring implements WebMvcConfigurer {

    private static final Duration REMEMBERED = Duration.ofDays(365);

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("lang") {

            @Override
            protected @Nullable Locale parseLocaleValue(String language) {
                return ours(language);
            }
        };
        resolver.setDefaultLocaleFunction(
                request -> Sentences.language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
        resolver.setCookieMaxAge(REMEMBERED);
        resolver.setCookieSameSite("Lax");
        resolver.setRejectInvalidCookies(false);
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var change = new LocaleChangeInterceptor() {

            @Override
            protected @Nullable Locale parseLocaleValue(String language) {
                return ours(language);
            }
        };
        change.setParamName("lang");
        change.setIgnoreInvalidLocale(true);
        registry.addInterceptor(change);
    }

    /** One of ours or none: a page in any other would have neither words nor a direction. */
    private static Locale ours(String language) {
        return Stream.of(Sentences.HEBREW, Sentences.ENGLISH)
                .filter(ours -> ours.getLanguage().equals(language))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(language));
    }

    /** Pages take their words from the same bundles as all other answers. */
    @Bean
    MessageSource messageSource(Sentences sentences) {
        return new AbstractMessageSource() {

            @Override
            protected @Nullable String getMessageInternal(@Nullable String code,
                    Object @Nullable [] arguments,
                    @Nullable Locale language) {
                return code != null && language != null && sentences.has(code)
                        ? sentences.format(code, language, arguments == null ? new Object[0] : arguments)
                        : null;
            }

            // Spring would format as Java does, without plurals.
            @Override
            protected @Nullable MessageFormat resolveCode(String code, Locale language) {
                return null;
            }
        };
    }
}
