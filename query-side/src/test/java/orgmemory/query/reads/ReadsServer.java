// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.reads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import javax.sql.DataSource;
import orgmemory.access.AccessConfiguration;
import orgmemory.access.Rights;
import orgmemory.access.account.Tokens;
import orgmemory.journal.Feed;
import orgmemory.journal.MemoryClock;
import orgmemory.journal.TestDatabase;
import orgmemory.message.Capacity;
import orgmemory.message.Json;
import orgmemory.message.budget.BudgetYearMessages.MovementKind;
import orgmemory.message.budget.BudgetYearMessages.MovementLine;
import orgmemory.message.people.ManagerKind;
import orgmemory.message.people.PersonId;
import orgmemory.query.Facts;
import orgmemory.query.budget.BudgetFacts;
import orgmemory.query.budget.RoundOf2017;
import orgmemory.query.memory.reading.Memory;
import orgmemory.query.people.PeopleFacts;
import orgmemory.query.wiring.QueryWiring;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JsonNode;

/** The query side on a port and a real database, on 20 December 2016, with the first cut round in its journal. */
final class ReadsServer {

    static final long HEAD = facts().facts().size();

    private static final ReadsServer SERVER = new ReadsServer();

    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String reader;
    private final String keeper;

    private ReadsServer() {
        context = new SpringApplicationBuilder(Parts.class, QueryWiring.class, AccessConfiguration.class)
                .properties("server.port=0", "spring.main.banner-mode=off", "spring.flyway.enabled=false")
                .run();
        var tokens = context.getBean(Tokens.class);
        reader = tokens.issue(new PersonId("D4"), "a reader");
        keeper = tokens.issue(new PersonId("MEM"), "a keeper");
        if (!context.getBean(Memory.class).awaitPosition(HEAD, Duration.ofSeconds(60))) {
            throw new IllegalStateException("The memory did not reach " + HEAD);
        }
    }

    static ReadsServer get() {
        return SERVER;
    }

    /** A late fact among others: a movement of January 2012 that was recorded on 15 December 2016. */
    private static Facts facts() {
        var facts = new PeopleFacts().on("2016-09-01")
                .registered("D4", "ראמי ח'ורי", "Rami Khoury")
                .registered("D1", "=Noa", null);
        var movements = new BudgetFacts().on("2012-01-09")
                .moved("BY2012", "M-1", MovementKind.TRANSFER, new MovementLine("13-01", "x", -700, null),
                        new MovementLine("13-02", "y", 700, null));
        facts.recordedOn(LocalDate.of(2016, 10, 1));
        facts.include(movements);
        facts.include(RoundOf2017.facts());
        facts.on("2016-12-10").appointed("D4", ManagerKind.DOMAIN, "2013-09-01", 60);
        facts.recordedOn(LocalDate.of(2016, 12, 15));
        facts.include(new BudgetFacts().on("2012-01-20")
                .moved("BY2012", "M-2", MovementKind.CUT,
                        new MovementLine("13-01", "x", -40, null)));
        return facts;
    }

    /** What an application gives the query side. */
    @EnableAutoConfiguration
    static class Parts {

        @Bean
        DataSource dataSource() {
            return TestDatabase.with("access", "memory").app();
        }

        @Bean
        Feed feed() {
            return new ListedFeed(facts().stored());
        }

        @Bean
        ZoneId zone() {
            return ZoneId.of("Asia/Jerusalem");
        }

        @Bean
        MemoryClock clock() {
            return MemoryClock.of(InstantSource.fixed(Instant.parse("2016-12-20T10:00:00Z")));
        }

        @Bean
        Rights rights() {
            return person -> person.value().equals("MEM") ? Set.of(Capacity.MEM) : Set.of();
        }

        @Bean
        Fragile fragile() {
            return new Fragile();
        }
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Reads as somebody who may. Header names and values follow in turns. */
    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).header("Authorization", "Bearer " + reader).GET());
    }

    HttpResponse<String> getAsNobody(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> post(String path, boolean asKeeper) {
        return send(request(path).header("Authorization", "Bearer " + (asKeeper ? keeper : reader))
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    JsonNode json(String path, String... headers) {
        return Json.mapper().readTree(get(path, headers).body());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var port = context.getEnvironment().getRequiredProperty("local.server.port");
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
