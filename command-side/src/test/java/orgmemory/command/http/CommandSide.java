// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import orgmemory.command.wiring.CommandSideApplication;
import orgmemory.journal.TestDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The command side alone, with those who ask. */
@Import({CommandSideApplication.class, CommandSide.Bug.class, Cast.class})
class CommandSide {

    /** Shows what a mistake of ours looks like from outside. */
    @RestController
    static class Bug {

        @GetMapping("/bug")
        String bug() {
            throw new IllegalStateException("An inner detail");
        }

        @GetMapping("/bug/late")
        void late(HttpServletResponse response) throws IOException {
            response.getOutputStream().print("The beginning");
            response.flushBuffer();
            throw new IOException("An inner detail");
        }
    }

    /** Gives it a database of its own. */
    static class OnItsOwn implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var url = TestDatabase.with("journal", "register", "access").jdbcUrl();
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("database", Map.of("spring.datasource.url", url)));
        }
    }

    /** A second process on the database of a first one. */
    static ConfigurableApplicationContext beside(ConfigurableApplicationContext first) {
        return new SpringApplication(CommandSide.class).run("--server.port=0", "--spring.datasource.url="
                + first.getEnvironment().getProperty("spring.datasource.url"));
    }
}
