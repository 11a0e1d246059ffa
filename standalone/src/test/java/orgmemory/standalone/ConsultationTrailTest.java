// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import orgmemory.journal.Journal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Asking others the whole way: who is asked, what they say, what becomes of it, and what the forum may then accept. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConsultationTrailTest {

    private static final String VIEW = "/api/views/Consultations/C-07";

    @Test
    void what_was_held_in_november_and_recorded_in_december_was_not_known_before(@TempDir Path data) {
        try (var memory = RunningMemory.start(data, "--demo-until=2016-12-07")) {
            var keeper = memory.token("MEM");
            assertThat(refused(memory, keeper, "RecordConsultation", past("2016-12-21")))
                    .isEqualTo("occurred-on.future");
            assertThat(refused(memory, keeper, "RecordConsultation", past("2016-11-05")
                    .replace("}", ", \"envelope\": {\"occurredOn\": \"2016-11-06\"}}")))
                    .isEqualTo("occurred-on.two-days");

            var after = memory.taken(keeper, "RecordConsultation", past("2016-11-05"));

            var now = memory.state(keeper, VIEW + "?asOf=2016-11-30&after=" + after);
            assertThat(now.required("state").stringValue()).isEqualTo("RECORDED");
            assertThat(now.required("askedOn").stringValue()).isEqualTo("2016-11-05");
            assertThat(memory.get(keeper, VIEW + "?asOf=2016-11-04").status()).isEqualTo(404);
            assertThat(memory.get(keeper, VIEW + "?asOf=2016-11-30&knownOn=2016-12-01").status())
                    .isEqualTo(404);
            var head = memory.bean(Journal.class).head();
            assertThat(memory.get(keeper, VIEW + "?asOf=2016-11-30&knownOn=" + head).status())
                    .isEqualTo(200);
            assertThat(memory.get(keeper, VIEW + "?asOf=2016-11-30&knownOn=" + (head - 1)).status())
                    .isEqualTo(404);
            var entry = memory.record(keeper, "consultation/C-07", after).get(0);
            assertThat(entry.required("occurredOn").stringValue()).isEqualTo("2016-11-05");
            assertThat(entry.required("recordedAt").stringValue()).startsWith("2016-12-07T");
        }
    }

    @Test
    void a_cut_of_somebody_else_s_line_is_accepted_once_they_were_asked(@TempDir Path data) {
        try (var memory = RunningMemory.start(data, "--demo")) {
            propose(memory, "CUT-OTHER");
            assertThat(accept(memory, "CUT-OTHER")).isEqualTo("cut.other-line-needs-consultation");
            ask(memory);
            assertThat(refused(memory, memory.token("P2"), "GiveAdvice",
                    "{\"consultationId\": \"C-07\", \"advice\": \"Nobody asked me.\"}"))
                    .isEqualTo("consultation.not-invited");
            answer(memory);
            assertThat(accept(memory, "CUT-OTHER")).isEqualTo("cut.other-line-needs-consultation");

            var linked = link(memory, "cut/CUT-OTHER");

            var asked = memory.state(memory.token("AUD"), VIEW + "?after=" + linked);
            assertThat(asked.required("state").stringValue()).isEqualTo("ANSWERED");
            assertThat(asked.required("participants").valueStream().map(each -> each.required("part")))
                    .extracting(JsonNode::stringValue)
                    .containsExactly("ADVISED", "SILENT");
            assertThat(memory.record(memory.token("AUD"), "cut/CUT-OTHER", linked)
                    .valueStream()
                    .map(entry -> entry.required("name").stringValue()))
                    .contains("budget.cut-proposed", "consultation.linked");
            assertThat(accept(memory, "CUT-OTHER")).isEqualTo("taken");
            trailsHoldItForThoseWhoMaySeeIt(memory);
            takenBackLinkCountsNoMore(memory);
            aLinkAtTheSameMomentCountsOrDoesNot(memory);
        }
    }

    /** What served the cut, and nothing else; what is between two people for these alone. */
    private static void trailsHoldItForThoseWhoMaySeeIt(RunningMemory memory) {
        var asker = memory.token("D1");
        var seen = ", \"envelope\": {\"visibility\": \"PARTIES(D1,D4)\"}}";
        for (var id : List.of("C-BETWEEN", "C-OF-NOTHING")) {
            memory.taken(asker, "RecordConsultation", past("2016-11-05").replace("C-07", id)
                    .replace("\"}", "\"" + seen));
        }
        var after = memory.taken(asker, "LinkConsultation",
                "{\"consultationId\": \"C-BETWEEN\", \"to\": \"cut/CUT-OTHER\"" + seen);
        for (var thing : List.of("cut/CUT-OTHER", "line/BY2017:D4", "round/CR-2017-1")) {
            assertThat(joined(memory, "AUD", thing, after)).as(thing)
                    .contains("consultation/C-07")
                    .doesNotContain("consultation/C-BETWEEN", "consultation/C-OF-NOTHING");
            assertThat(joined(memory, "D4", thing, after)).as(thing)
                    .contains("consultation/C-07", "consultation/C-BETWEEN")
                    .doesNotContain("consultation/C-OF-NOTHING");
        }
    }

    private static Set<String> joined(RunningMemory memory, String reader, String thing, String after) {
        var trail = memory.get(memory.token(reader),
                "/api/record?limit=1000&trail=" + thing + "&after=" + after);
        assertThat(trail.status()).as("%s", trail.body()).isEqualTo(200);
        return trail.body()
                .required("items")
                .valueStream()
                .map(item -> item.required("stream").stringValue())
                .filter(stream -> stream.startsWith("consultation/"))
                .collect(Collectors.toSet());
    }

    private static void takenBackLinkCountsNoMore(RunningMemory memory) {
        propose(memory, "CUT-NEXT");
        var linked = link(memory, "cut/CUT-NEXT");
        memory.taken(memory.token("MEM"), "AnnulRecord", """
                {"stream": "consultation/C-07", "eventId": "%s", "reason": "It was about another one."}"""
                .formatted(linked));

        assertThat(accept(memory, "CUT-NEXT")).isEqualTo("cut.other-line-needs-consultation");
    }

    /** Whichever comes first: the forum accepts after the link, or is refused before it and accepts then. */
    private static void aLinkAtTheSameMomentCountsOrDoesNot(RunningMemory memory) {
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 8).forEach(turn -> {
                var cut = "CUT-" + turn;
                propose(memory, cut);
                var link = CompletableFuture.runAsync(() -> link(memory, "cut/" + cut), both);
                var answer = CompletableFuture.supplyAsync(() -> accept(memory, cut), both);
                link.join();
                assertThat(answer.join()).isIn("taken", "cut.other-line-needs-consultation");
                if (!answer.join().equals("taken")) {
                    assertThat(accept(memory, cut)).isEqualTo("taken");
                }
            });
        }
    }

    private static void propose(RunningMemory memory, String cut) {
        memory.taken(memory.token("D1"), "ProposeBudgetCut", """
                {"yearId": "BY2017", "roundId": "CR-2017-1", "cutId": "%s", "kind": "OTHER_LINE",
                 "lineId": "BY2017:D4", "amountAgorot": 100, "reason": "They may have room.",
                 "expectedConsequence": "Less for them."}""".formatted(cut));
    }

    /** D1 asks D4, who answers for the line and must be consulted, and D2. */
    private static void ask(RunningMemory memory) {
        memory.taken(memory.token("D1"), "OpenConsultation", """
                {"consultationId": "C-07", "kind": "AFFECTED", "question": "Could your line carry a little?",
                 "answerBy": "2016-12-31", "invited": [{"personId": "D4", "mustBeConsulted": true},
                 {"personId": "D2", "mustBeConsulted": false}]}""");
    }

    private static void answer(RunningMemory memory) {
        var asker = memory.token("D1");
        var close = "{\"consultationId\": \"C-07\", \"summary\": \"A little, they say.\"}";
        assertThat(refused(memory, asker, "CloseConsultation", close)).isEqualTo("consultation.too-early");
        memory.taken(memory.token("D4"), "GiveAdvice",
                "{\"consultationId\": \"C-07\", \"advice\": \"A little.\"}");
        memory.taken(asker, "CloseConsultation", close);
        memory.taken(asker, "RespondToAdvice",
                """
                        {"consultationId": "C-07", "adviceId": "C-07:D4", "answer": "TAKEN", "why": "We take little."}""");
    }

    private static String link(RunningMemory memory, String to) {
        return memory.taken(memory.token("D1"), "LinkConsultation",
                "{\"consultationId\": \"C-07\", \"to\": \"%s\"}".formatted(to));
    }

    private static String accept(RunningMemory memory, String cut) {
        var reply = memory.command(memory.token("REC"), "AcceptBudgetCut",
                "{\"yearId\": \"BY2017\", \"cutId\": \"%s\", \"reason\": \"Agreed.\"}".formatted(cut));
        return reply.status() == 200 ? "taken" : reply.body().required("code").stringValue();
    }

    private static String refused(RunningMemory memory, String token, String command, String body) {
        var reply = memory.command(token, command, body);
        assertThat(List.of(403, 422)).contains(reply.status());
        return reply.body().required("code").stringValue();
    }

    private static String past(String day) {
        return """
                {"consultationId": "C-07", "heldOn": "%s", "kind": "AFFECTED", "askedBy": "person/D1",
                 "participants": ["D4"], "question": "Could the campaign wait?", "heard": "Until spring."}"""
                .formatted(day);
    }
}
