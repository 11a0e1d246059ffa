// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import orgmemory.access.AccessConfiguration;
import orgmemory.access.CommandClient;
import orgmemory.access.Rights;
import orgmemory.access.account.Tokens;
import orgmemory.journal.MemoryClock;
import orgmemory.journal.StoredEvent;
import orgmemory.journal.TestDatabase;
import orgmemory.message.Capacity;
import orgmemory.message.Subject;
import orgmemory.message.people.PersonId;
import orgmemory.message.people.PersonId;
import orgmemory.query.Facts;
import orgmemory.query.group.GroupFacts;
import orgmemory.query.memory.ListFeed;
import orgmemory.query.memory.reading.Memory;
import orgmemory.query.wiring.QueryWiring;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Pages on a port, over a real database, on 20 December 2016: of everything, of nothing, or of a round under way. */
public final class PageServer {

    private static final Map<String, Set<Capacity>> RIGHTS = Map.of("MEM", Set.of(Capacity.MEM), "REC",
            Set.of(Capacity.REC), "D4", Set.of(Capacity.MGR, Capacity.OWN));

    private static final String NOW = "2016-12-20T10:00:00Z";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final ConfigurableApplicationContext context;

    private PageServer(List<StoredEvent> events, String now, Map<String, Set<Capacity>> rights,
            @Nullable CommandClient client) {
        var feed = new ListFeed();
        feed.add(events);
        context = new SpringApplicationBuilder(Parts.class, QueryWiring.class, AccessConfiguration.class)
                .initializers(starting -> {
                    var beans = starting.getBeanFactory();
                    beans.registerSingleton("dataSource", pool(TestDatabase.with("access", "memory").app()));
                    beans.registerSingleton("feed", feed);
                    beans.registerSingleton("zone", ZoneId.of("Asia/Jerusalem"));
                    beans.registerSingleton("clock",
                            MemoryClock.of(InstantSource.fixed(Instant.parse(now))));
                    beans.registerSingleton("rights",
                            new Known(rights, GroupFacts.memberships(events)));
                    if (client != null) {
                        beans.registerSingleton("commandClient", client);
                    }
                })
                .properties("server.port=0", "spring.main.banner-mode=off", "spring.flyway.enabled=false",
                        "spring.thymeleaf.servlet.produce-partial-output-while-processing=false")
                .run();
        if (!context.getBean(Memory.class).awaitPosition(events.size(), Duration.ofSeconds(60))) {
            throw new IllegalStateException("The memory did not reach " + events.size());
        }
    }

    /** What people may do at this moment, and of which groups they are members. */
    private record Known(Map<String, Set<Capacity>> capacities, Map<PersonId, Set<Subject>> groups)
            implements
                Rights {

        @Override
        public Set<Capacity> of(PersonId person) {
            return capacities.getOrDefault(person.value(), Set.of());
        }

        @Override
        public Set<Subject> memberships(PersonId person) {
            return groups.getOrDefault(person, Set.of());
        }
    }

    /** Pages ask often, and a new connection costs more than what it is asked. */
    private static DataSource pool(DataSource each) {
        var pool = new HikariDataSource();
        pool.setDataSource(each);
        return pool;
    }

    /** The rest makes itself. */
    @EnableAutoConfiguration
    static class Parts {
    }

    private static final class Full {
        private static final PageServer SERVER = new PageServer(Everything.facts().stored(), NOW, RIGHTS,
                null);
    }

    private static final class UnderWay {
        private static final PageServer SERVER = new PageServer(Everything.underWay().stored(), NOW, RIGHTS,
                null);
    }

    private static final class Empty {
        private static final PageServer SERVER = new PageServer(List.of(), NOW, RIGHTS, null);
    }

    /**
     * Pages of other facts at another moment.
     *
     * @param rights who may what, by person
     * @param client takes what is asked for on pages
     */
    public static PageServer of(Facts facts, String now, Map<String, Set<Capacity>> rights,
            CommandClient client) {
        return new PageServer(facts.stored(), now, rights, client);
    }

    public static PageServer full() {
        return Full.SERVER;
    }

    public static PageServer underWay() {
        return UnderWay.SERVER;
    }

    public static PageServer empty() {
        return Empty.SERVER;
    }

    /** A page as somebody of the story sees it, in a language. */
    public HttpResponse<String> get(String path, String person, String language) {
        return send(request(path, person, language).GET());
    }

    /** The same in English, which must be there. */
    public String page(String path, String person) {
        var answer = get(path, person, "en");
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    /** A form that somebody sends. */
    public HttpResponse<String> post(String path, String person, String form) {
        return post(path, person, "en", form);
    }

    /** The same in a language. */
    public HttpResponse<String> post(String path, String person, String language, String form) {
        return post(path, person, language, "application/x-www-form-urlencoded", form);
    }

    /** A file that somebody hands in with a form, both as they are written of this type. */
    public HttpResponse<String> post(String path, String person, String language, String type, String body) {
        return send(request(path, person, language).header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path, String person, String language) {
        var port = context.getEnvironment().getRequiredProperty("local.server.port");
        var token = tokens.computeIfAbsent(person,
                id -> context.getBean(Tokens.class).issue(new PersonId(id), "a browser"));
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html")
                .header("Accept-Language", language)
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
