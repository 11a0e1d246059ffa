// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orgmemory.access.entry.KnownBrowsers;
import orgmemory.command.automation.AutomationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;

/** Strangers write nothing by looking, lock nobody out, and come by no other name than the memory's. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StrangersTest {

    @TempDir
    static Path data;

    private static RunningMemory memory;
    private static Members members;

    @BeforeAll
    static void open() {
        memory = RunningMemory.start(data, "--memory.trusted-proxies=127.0.0.1",
                "--memory.address=https://Memory.example.org/", "--memory.hosts=memory.lan",
                "--memory.limits.tries-per-address=100");
        members = new Members(memory);
    }

    @AfterAll
    static void close() {
        memory.close();
    }

    @Test
    void visits_of_nobody_in_particular_write_no_row() {
        members.member("S1", "Keren");
        memory.awaitHead(members.token());
        // What follows of itself writes how far it has read, in its own time.
        memory.bean(AutomationRunner.class).catchUp();
        var before = rows();
        var stranger = new Visitor(memory.address());
        IntStream.range(0, 5).forEach(_ -> {
            for (var page : List.of("/", "/sign-in", "/sign-in?to=/log", "/account", "/welcome/nothing",
                    "/api/status", "/api/views", "/actuator/health", "/live", "/css/app.css", "/nothing",
                    "/sign-in?lang=he", "/sign-in?lang=en")) {
                stranger.get(page);
                stranger.get(page, "Cookie", "session=" + "x".repeat(43) + "; form=" + "y".repeat(43));
            }
            stranger.signIn("keren", "not her password");
            stranger.signIn("nobody", "not a password");
            stranger.play("D4");
            stranger.post("/account/tokens", "label", "x");
        });

        assertThat(stranger.session()).isEmpty();
        assertThat(rows()).isEqualTo(before);
    }

    /** Where each row of each table lies, and which transaction wrote it: any write changes something of that. */
    private static List<String> rows() {
        var jdbc = JdbcClient.create(memory.bean(StandaloneDatabase.class).application());
        return jdbc
                .sql("""
                        select table_schema || '.' || table_name from information_schema.tables
                        where table_schema in ('access', 'journal', 'register', 'memory') and table_type = 'BASE TABLE'
                            and has_table_privilege(table_schema || '.' || table_name, 'select')
                        order by 1
                        """)
                .query(String.class)
                .list()
                .stream()
                .map(table -> table + " " + jdbc
                        .sql("""
                                select count(*) || ' ' || coalesce(md5(string_agg(ctid::text || xmin::text, ',' order by ctid)), '')
                                from %s
                                """
                                .formatted(table))
                        .query(String.class)
                        .single())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"localhost,200", "127.0.0.1,200", "[::1],200", "LOCALHOST:1,200", "memory.example.org,200",
            "memory.lan:8080,200", "elsewhere.example,421", "localhost.elsewhere.example,421",
            "memory.example.org.elsewhere.example,421", "localhost.,421", "10.0.0.1,421"})
    void other_hosts_are_refused(String host, int status) throws IOException {
        for (var path : List.of("/sign-in", "/api/status", "/css/app.css", "/nothing")) {
            var answer = ask("GET " + path + " HTTP/1.1", "Host: " + host, "Accept: text/html");
            assertThat(answer.contains(" 421 ")).as("%s: %s", path, answer).isEqualTo(status == 421);
        }
        var answer = ask("GET /api/status HTTP/1.1", "Host: " + host, "Accept: application/json");
        assertThat(answer).startsWith("HTTP/1.1 " + status);
        if (status == 421) {
            assertThat(answer).contains("application/problem+json", "\"code\":\"host.unknown\"");
            assertThat(ask("GET / HTTP/1.1", "Host: " + host, "Accept: text/html", "Accept-Language: he"))
                    .contains("dir=\"rtl\"", "הכתובת אינה של הזיכרון")
                    .doesNotContain("Set-Cookie");
        }
    }

    @Test
    void links_carry_the_address_that_the_owner_names() {
        members.register("S2", "Dana");
        var keeper = members.keeper();
        keeper.get("/account/invitations");
        var page = keeper.post("/account/invitations", "person", "S2").body();
        assertThat(page).contains("https://Memory.example.org/welcome/").doesNotContain("http://localhost");
    }

    @Test
    void guesses_from_elsewhere_make_nobody_wait() {
        var owner = members.member("S3", "Orna");
        var guesser = new Visitor(memory.address());
        var waits = Stream.iterate(0, guess -> guess + 1)
                .map(guess -> guesser.signIn("orna", "guess number " + guess).statusCode())
                .limit(50)
                .anyMatch(status -> status == 429);
        assertThat(waits).as("whoever guesses waits").isTrue();

        assertThat(new Visitor(memory.address()).signIn("orna", Members.PASSWORD).statusCode())
                .as("from another address")
                .isEqualTo(302);
        owner.comesFrom(guesser);
        assertThat(owner.signIn("orna", Members.PASSWORD).statusCode())
                .as("from the same address, in a browser that she has used before")
                .isEqualTo(302);
    }

    @Test
    void a_browser_is_known_for_its_own_people_until_they_choose_another_password() {
        var here = members.member("S4", "Hila");
        var elsewhere = new Visitor(memory.address());
        elsewhere.signIn("hila", Members.PASSWORD);
        var other = members.member("S5", "Maya");
        assertThat(List.of(here, elsewhere)).allMatch(browser -> knows(browser, "HILA"));
        assertThat(knows(other, "hila")).as("a browser of somebody else's").isFalse();
        assertThat(knows(here, "maya")).isFalse();
        assertThat(knows(new Visitor(memory.address()), "hila")).isFalse();

        here.get("/account");
        here.post("/account/password", "present", Members.PASSWORD, "fresh", "another one", "repeated",
                "another one");
        assertThat(knows(here, "hila")).as("where it was chosen").isTrue();
        assertThat(knows(elsewhere, "hila")).isFalse();
    }

    private static boolean knows(Visitor browser, String name) {
        var request = new MockHttpServletRequest();
        request.setCookies(new Cookie("browser", browser.cookie("browser")));
        return memory.bean(KnownBrowsers.class).known(request, name).isPresent();
    }

    @Test
    void a_copy_of_the_database_opens_no_session() {
        members.member("S6", "Gil");
        var ids = JdbcClient.create(memory.bean(StandaloneDatabase.class).application())
                .sql("select session_id from access.session")
                .query(String.class)
                .list();
        assertThat(ids).isNotEmpty().allSatisfy(id -> {
            for (var shown : List.of(id, id.strip(), (id + "=======").substring(0, 43))) {
                assertThat(new Visitor(memory.address()).get("/account", "Cookie", "session=" + shown)
                        .statusCode()).isEqualTo(303);
            }
        });
    }

    private static String ask(String... lines) throws IOException {
        var address = URI.create(memory.address());
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            socket.getOutputStream()
                    .write((String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
