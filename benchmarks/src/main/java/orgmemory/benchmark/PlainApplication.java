// SPDX-License-Identifier: Apache-2.0
package orgmemory.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What people would write instead: Spring Boot with Axon's JDBC engine, one command and one view, and nobody is asked who
 * they are. What Boot gives such an application is left as it is.
 */
@EnableAutoConfiguration(exclude = {SecurityAutoConfiguration.class,
        UserDetailsServiceAutoConfiguration.class,
        ServletWebSecurityAutoConfiguration.class, SecurityFilterAutoConfiguration.class,
        OAuth2ResourceServerAutoConfiguration.class, ThymeleafAutoConfiguration.class})
@Import(PlainController.class)
public class PlainApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(PlainApplication.class, arguments);
    }

    @Bean(destroyMethod = "close")
    AxonJdbc axon(HikariDataSource pool) throws SQLException {
        return new AxonJdbc(pool);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    PlainView view(AxonJdbc axon, JdbcClient jdbc) {
        return new PlainView(axon, jdbc);
    }
}
