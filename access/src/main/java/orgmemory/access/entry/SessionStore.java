// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.entry;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Keeps sessions in the database, so that nobody is signed out by a restart. They are known there by a hash. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(tableName = "access.session", maxInactiveIntervalInSeconds = 3600)
class SessionStore {

    /** As Spring Session writes it, but for one thing: that somebody is still here is written once a minute at most. */
    private static final String UPDATE = """
            update access.session as kept set session_id = now.session_id, last_access_time = now.last_access_time,
                max_inactive_interval = now.max_inactive_interval, expiry_time = now.expiry_time,
                principal_name = now.principal_name
            from (values (cast(? as char(36)), cast(? as bigint), cast(? as int), cast(? as bigint),
                    cast(? as varchar), cast(? as char(36))))
                as now (session_id, last_access_time, max_inactive_interval, expiry_time, principal_name, primary_id)
            where kept.primary_id = now.primary_id
                and (now.last_access_time >= kept.last_access_time + 60000
                    or (kept.session_id, kept.max_inactive_interval, kept.principal_name)
                        is distinct from (now.session_id, now.max_inactive_interval, now.principal_name))
            """;

    @Bean
    CookieSerializer sessionCookie() {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName("session");
        // What is shown is text already.
        cookie.setUseBase64Encoding(false);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        return cookie;
    }

    @Bean
    SessionSecrets sessionSecrets(CookieSerializer cookie) {
        return new SessionSecrets(cookie);
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> onPostgres(SessionSecrets secrets) {
        var upserting = new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
        return repository -> {
            upserting.customize(repository);
            repository.setUpdateSessionQuery(UPDATE);
            repository.setSessionIdGenerator(secrets);
        };
    }

    @Bean
    ConversionService springSessionConversionService() {
        var conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversion.addConverter(new Reading());
        return conversion;
    }

    /** What an earlier release has written into a session and this one cannot read is as if it had never been there. */
    private static final class Reading implements GenericConverter {

        private final DeserializingConverter java = new DeserializingConverter();

        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(byte[].class, Object.class));
        }

        @Override
        public @Nullable Object convert(@Nullable Object bytes, TypeDescriptor from, TypeDescriptor to) {
            try {
                return bytes instanceof byte[] written ? java.convert(written) : null;
            } catch (SerializationFailedException ofAnotherRelease) {
                return null;
            }
        }
    }
}
