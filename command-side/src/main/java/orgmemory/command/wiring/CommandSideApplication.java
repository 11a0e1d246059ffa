// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.wiring;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.InstantSource;
import java.time.ZoneId;
import javax.sql.DataSource;
import orgmemory.access.AccessConfiguration;
import orgmemory.journal.Database;
import orgmemory.journal.EventCodec;
import orgmemory.journal.JdbcFeed;
import orgmemory.journal.Journal;
import orgmemory.journal.MemoryClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The command side in a process of its own, on the database at {@code spring.datasource.url}. */
@EnableAutoConfiguration
@Import({CommandWiring.class, AccessConfiguration.class})
public class CommandSideApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(CommandSideApplication.class, arguments);
    }

    @Bean
    HikariDataSource dataSource(@Value("${spring.datasource.url}") String url,
            @Value("${spring.datasource.username:}") String user,
            @Value("${spring.datasource.password:}") String password) {
        var owner = new DriverManagerDataSource(url, user, password);
        Database.prepare(owner, "journal", "register", "access");
        var config = new HikariConfig();
        config.setDataSource(owner);
        config.setConnectionInitSql(Database.AS_APPLICATION);
        return new HikariDataSource(config);
    }

    @Bean
    Journal journal(DataSource dataSource) {
        return new Journal(dataSource, new EventCodec());
    }

    @Bean(destroyMethod = "close")
    JdbcFeed feed(DataSource dataSource, Journal journal) {
        return new JdbcFeed(dataSource, journal);
    }

    @Bean
    MemoryClock clock(Journal journal) {
        return MemoryClock.of(journal, InstantSource.system());
    }

    /** Fixed at the first start: what day it is does not change afterwards. */
    @Bean
    ZoneId zone(Journal journal, @Value("${memory.zone:Asia/Jerusalem}") String first) {
        return ZoneId.of(journal.setting("zone", first));
    }
}
