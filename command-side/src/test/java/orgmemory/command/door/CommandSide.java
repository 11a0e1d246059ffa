// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.door;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.ZoneId;
import javax.sql.DataSource;
import orgmemory.access.AccessConfiguration;
import orgmemory.command.wiring.CommandWiring;
import orgmemory.journal.Database;
import orgmemory.journal.EventCodec;
import orgmemory.journal.Journal;
import orgmemory.journal.TestDatabase;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The command side alone, on a database of its own. */
@EnableAutoConfiguration
@Import({CommandWiring.class, AccessConfiguration.class, CommandSide.Bug.class, Cast.class})
class CommandSide {

    /** Shows what a mistake of ours looks like from outside. */
    @RestController
    static class Bug {

        @GetMapping("/bug")
        String bug() {
            throw new IllegalStateException("An inner detail");
        }
    }

    @Bean
    TestDatabase database() {
        return TestDatabase.with("journal", "register", "access");
    }

    @Bean
    DataSource dataSource(TestDatabase database) {
        var config = new HikariConfig();
        config.setDataSource(database.owner());
        config.setConnectionInitSql(Database.AS_APPLICATION);
        return new HikariDataSource(config);
    }

    @Bean
    Journal journal(DataSource source) {
        return new Journal(source, new EventCodec());
    }

    @Bean
    ZoneId zone(Journal journal) {
        return ZoneId.of(journal.setting("zone", "Asia/Jerusalem"));
    }
}
