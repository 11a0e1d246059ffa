// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import orgmemory.access.account.Tokens;
import orgmemory.message.people.PersonId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who sees a fact, by the rights of today: the same on every page, in every file, list, search and answer, before and after
 * the fact is put right. What somebody may not see is to them as though it were not there.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(MembersAtHome.class)
class WhoSeesWhatTest {

    /** The class of a fact and who sees it: a keeper, a manager, an auditor, two parties without any role, somebody else. */
    private static final Map<String, Set<String>> SEEN = new LinkedHashMap<>(Map.of("PUBLIC",
            Set.of("W-MEM", "W-MGR", "W-AUD", "W-P1", "W-P2", "W-NO"), "INSTITUTE",
            Set.of("W-MEM", "W-MGR", "W-AUD", "W-P1", "W-P2", "W-NO"), "FORUM",
            Set.of("W-MEM", "W-MGR", "W-AUD"), "PARTIES(W-MEM,W-P1,W-P2)", Set.of("W-MEM", "W-P1", "W-P2"),
            "PARTIES(W-MEM)", Set.of("W-MEM")));

    /** Every way to read, with places for the fact's id, word and event. */
    private static final List<String> WAYS = List.of("/api/record?limit=1000&subject=body/{id}",
            "/api/record?trail=body/{id}", "/api/record?trail=body/{id}&format=csv",
            "/api/record?limit=1000&text={word}", "/api/record?limit=1000&name=people.body-registered",
            "/api/record?limit=1000&actor=person/W-MEM", "/trail/body/{id}", "/trail/body/{id}?format=csv",
            "/trail/body/{id}?format=json", "/trail/body/{id}?format=print", "/log?text={word}",
            "/log?text={word}&format=csv", "/log?text={word}&format=json", "/log?subject=body/{id}",
            "/log?kind=people.body-registered", "/search?text={word}", "/search?text={word}&format=csv",
            "/search?text={word}&format=json", "/things?subject={word}",
            "/record-something?do=SetIndicativeShares&envelope.onBehalfOf=body/{id}", "/");

    private static RunningMemory memory;
    private static final Map<String, Visitor> VISITORS = new LinkedHashMap<>();
    private static String keepersToken = "";

    @BeforeAll
    static void meet(Members members) {
        memory = members.memory();
        for (var reader : List.of("W-MEM", "W-MGR", "W-AUD", "W-P1", "W-P2", "W-NO")) {
            VISITORS.put(reader, members.member(reader, reader));
        }
        keepersToken = memory.bean(Tokens.class).issue(new PersonId("W-MEM"), "test");
        memory.taken(members.token(), "GrantRole", "{\"personId\": \"W-MEM\", \"role\": \"MEM\"}");
        memory.taken(members.token(), "GrantRole", "{\"personId\": \"W-AUD\", \"role\": \"AUD\"}");
        memory.taken(members.token(), "AppointManager",
                """
                        {"personId": "W-MGR", "kind": "DOMAIN", "tenureStart": "2020-01-01", "timeSharePercent": 50}""");
        SEEN.keySet().forEach(WhoSeesWhatTest::record);
    }

    private static String id(String visibility) {
        return "W-" + Integer.toUnsignedString(visibility.hashCode());
    }

    private static String word(String visibility) {
        return "amethyst" + Integer.toUnsignedString(visibility.hashCode());
    }

    /** A name that is asked for by its first word, and known by its second. */
    private static void record(String visibility) {
        memory.taken(keepersToken, "RegisterBody", """
                {"bodyId": "%s", "name": "%s secret-%s", "envelope": {"visibility": "%s"}}"""
                .formatted(id(visibility), word(visibility), id(visibility), visibility));
    }

    static Stream<String> classes() {
        return SEEN.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("classes")
    void a_fact_is_seen_by_those_who_may_and_nobody_else_wherever_they_look(String visibility) {
        memory.awaitHead(keepersToken);
        looksRight(visibility, "secret-" + id(visibility));

        var event = memory.record(keepersToken, "body/" + id(visibility), null).get(0);
        var after = memory.taken(keepersToken, "CorrectRecord", """
                {"stream": "body/%1$s", "eventId": "%2$s", "replacement": {"name": "%3$s mended-%1$s"},
                 "reason": "because-%1$s"}"""
                .formatted(id(visibility), event.required("eventId").stringValue(), word(visibility)));
        assertThat(memory.record(keepersToken, "body/" + id(visibility), after)).hasSize(2)
                .allSatisfy(entry -> assertThat(entry.at("/envelope/visibility").isMissingNode()
                        ? entry.required("visibility").stringValue()
                        : entry.at("/envelope/visibility").stringValue()).isEqualTo(visibility));
        looksRight(visibility, "mended-" + id(visibility));
        looksRight(visibility, "because-" + id(visibility));
    }

    /** Looks every way, as everybody; what those who may see it find somewhere, the others find nowhere. */
    private static void looksRight(String visibility, String mark) {
        VISITORS.forEach((reader, visitor) -> {
            boolean may = SEEN.getOrDefault(visibility, Set.of()).contains(reader);
            var found = WAYS.stream()
                    .filter(way -> visitor.get(filled(way, visibility)).body().contains(mark))
                    .toList();
            if (may) {
                assertThat(found).as("%s sees %s of %s", reader, mark, visibility).hasSizeGreaterThan(5);
            } else {
                assertThat(found).as("%s must not see %s of %s", reader, mark, visibility).isEmpty();
            }
        });
    }

    private static String filled(String way, String visibility) {
        return way.replace("{id}", id(visibility)).replace("{word}", word(visibility));
    }

    @Test
    void nobody_narrows_what_is_seen_to_those_who_leave_them_out() {
        var body = "{\"bodyId\": \"W-x\", \"name\": \"x\", \"envelope\": {\"visibility\": \"%s\"}}";
        assertThat(memory.command(keepersToken, "RegisterBody", body.formatted("PARTIES(W-P1)")).status())
                .isEqualTo(403);
        assertThat(memory.command(keepersToken, "RegisterBody", body.formatted("GROUP(W-none)")).status())
                .as("a group that there is not; keepers see what is inside of those that there are")
                .isEqualTo(404);
        assertThat(memory.command(keepersToken, "RegisterBody", body.formatted("PARTIES(W-MEM,W-none)"))
                .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SOME", "GROUP", "GROUP()", "GROUP(a,b)", "PARTIES()", "PARTIES(a b)", "FORUM(x)",
            ""})
    void what_is_no_class_is_refused_with_its_form(String visibility) {
        var reply = memory.command(keepersToken, "RegisterBody", """
                {"bodyId": "W-y", "name": "y", "envelope": {"visibility": "%s"}}""".formatted(visibility));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body().at("/errors/0/field").stringValue()).isEqualTo("envelope.visibility");
        assertThat(reply.body().at("/errors/0/rule").stringValue()).isEqualTo("visibility.form");
    }

    @Test
    void a_view_leaves_out_what_fewer_may_see_than_may_see_the_view() {
        memory.taken(keepersToken, "RegisterPerson", "{\"personId\": \"W-V\", \"name\": \"V\"}");
        var after = memory.taken(keepersToken, "AppointManager", """
                {"personId": "W-V", "kind": "DOMAIN", "tenureStart": "2020-01-01", "timeSharePercent": 50,
                 "envelope": {"visibility": "FORUM"}}""");

        assertThat(
                memory.state(keepersToken, "/api/views/People/W-V?after=" + after).at("/kind").asString(""))
                .isEmpty();
        assertThat(VISITORS.get("W-MGR")).isNotNull()
                .satisfies(manager -> assertThat(manager.get("/trail/person/W-V").body()).contains("50"));
    }

    @Test
    void whoever_lost_a_race_is_not_told_of_what_they_may_not_see() {
        var reply = memory.command(keepersToken, "RegisterBody", "{\"bodyId\": \"%s\", \"name\": \"x\"}"
                .formatted(id("PARTIES(W-MEM)")));
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.body().toString()).doesNotContain("secret", "mended");
    }
}
