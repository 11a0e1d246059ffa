// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.ZoneId;
import javax.sql.DataSource;
import orgmemory.access.AccessConfiguration;
import orgmemory.access.CommandClient;
import orgmemory.command.http.CommandRequest;
import orgmemory.command.http.CommandDispatcher;
import orgmemory.command.http.IfMatch;
import orgmemory.command.wiring.CommandWiring;
import orgmemory.journal.EventCodec;
import orgmemory.journal.JdbcFeed;
import orgmemory.journal.Journal;
import orgmemory.journal.MemoryClock;
import orgmemory.journal.StartRefused;
import orgmemory.message.Json;
import orgmemory.message.Language;
import orgmemory.query.wiring.QueryWiring;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.node.ObjectNode;

/** Puts both sides on their one database. It is closed last: everything that works on it is made after it. */
@Configuration(proxyBeanMethods = false)
@Import({AccessConfiguration.class, CommandWiring.class, QueryWiring.class})
class StandaloneConfiguration {

    @Bean(destroyMethod = "close")
    DataFolder dataFolder(@Value("${memory.data}") String folder) {
        return DataFolder.take(folder);
    }

    @Bean(destroyMethod = "close")
    StandaloneDatabase standaloneDatabase(DataFolder folder, @Value("${memory.database.url:}") String url,
            @Value("${server.address}") String address, @Value("${server.port}") String port) {
        ServerPort.refuseUnlessFree(address, port);
        return StandaloneDatabase.open(folder, url);
    }

    @Bean(destroyMethod = "")
    DataSource dataSource(StandaloneDatabase database) {
        return database.application();
    }

    @Bean
    Journal journal(DataSource source) {
        return new Journal(source, new EventCodec());
    }

    @Bean
    MemoryClock clock(Journal journal) {
        return MemoryClock.of(journal, InstantSource.system());
    }

    @Bean(destroyMethod = "close")
    JdbcFeed feed(DataSource source, Journal journal) {
        return new JdbcFeed(source, journal);
    }

    /** What is asked for on pages goes straight to the dispatcher that commands over HTTP reach. */
    @Bean
    CommandClient commandClient(CommandDispatcher dispatcher) {
        return (actor, command, body, language, key, version) -> {
            var fields = body.deepCopy();
            var envelope = fields.remove("envelope") instanceof ObjectNode said
                    ? said
                    : Json.mapper().createObjectNode();
            var answer = dispatcher.issue(new CommandRequest(actor.subject(), command, fields, envelope, key,
                    IfMatch.version(version),
                    Language.valueOf(language.getLanguage())));
            return new CommandClient.CommandReceipt(answer.id(), answer.after());
        };
    }

    /** The institute's days, fixed at the first start: another zone later on would move facts to other days. */
    @Bean
    ZoneId zone(Journal journal, @Value("${memory.zone}") String zone) {
        try {
            return ZoneId.of(journal.setting("zone", ZoneId.of(zone).getId()));
        } catch (DateTimeException unknown) {
            throw new StartRefused("--memory.zone=" + zone + " is no time zone; one is Asia/Jerusalem.",
                    unknown);
        }
    }
}
