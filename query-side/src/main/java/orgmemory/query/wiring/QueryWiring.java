// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.wiring;

import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import orgmemory.access.WhoMay;
import orgmemory.journal.EventCodec;
import orgmemory.journal.Feed;
import orgmemory.journal.MemoryClock;
import orgmemory.query.memory.Arrivals;
import orgmemory.query.memory.View;
import orgmemory.query.memory.Views;
import orgmemory.query.memory.facts.FactDifferences;
import orgmemory.query.memory.facts.FactReads;
import orgmemory.query.memory.folding.Processor;
import orgmemory.query.memory.reading.Audience;
import orgmemory.query.memory.reading.Memory;
import orgmemory.query.memory.reading.RecordReads;
import orgmemory.query.memory.reading.Witness;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * The query side for any application that imports it. The application gives a {@link DataSource} of the application's role
 * with the memory's tables in place, a {@link Feed} of the journal, its {@link MemoryClock} and the institute's
 * {@link ZoneId}. Whatever is a {@link View} and a component is a view: adding one is one class.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan("orgmemory.query")
public class QueryWiring {

    @Bean
    Views views(List<View<?>> views) {
        return new Views(views);
    }

    @Bean
    Arrivals arrivals() {
        return new Arrivals();
    }

    @Bean
    Memory memory(DataSource dataSource, Views views, Arrivals arrivals, ZoneId zone, MemoryClock clock,
            WhoMay whoMay, Audience.Asking audience) {
        return new Memory(dataSource, views, arrivals, zone, clock,
                new Witness(whoMay.counts(), whoMay::look), audience);
    }

    /** Whoever is signed in where it is read; what is read aside from any request is read as by nobody in particular. */
    @Bean
    Audience.Asking audience() {
        return new AudienceOfRequest();
    }

    @Bean
    RecordReads recordReads(DataSource dataSource, Audience.Asking audience) {
        return new RecordReads(dataSource, audience);
    }

    @Bean
    FactReads factReads(DataSource dataSource, Audience.Asking audience) {
        return new FactReads(dataSource, audience);
    }

    @Bean
    FactDifferences factDifferences(DataSource dataSource, Audience.Asking audience) {
        return new FactDifferences(dataSource, audience);
    }

    /** Its life is {@link FollowTheJournal}'s. */
    @Bean(destroyMethod = "")
    Processor processor(DataSource dataSource, Feed feed, Views views, Arrivals arrivals) {
        return new Processor(dataSource, feed, views, new EventCodec(), arrivals);
    }
}
