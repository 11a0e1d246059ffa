// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import orgmemory.standalone.RunningMemory.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What becomes of proposals and offers, the whole way: told late, put right, annulled, sent twice and all at once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LivesOfProposalsTest {

    private static RunningMemory memory;

    @BeforeAll
    static void start(@TempDir Path data) {
        memory = RunningMemory.start(data, "--demo");
    }

    @AfterAll
    static void stop() {
        memory.close();
    }

    @Test
    void an_amended_proposal_waits_as_it_was_said_last_on_both_clocks() {
        memory.awaitHead(memory.token("AUD"));
        long before = board("", "pendingAgorot");
        propose("CUT-A1", 1_000_000);
        var amended = taken("D4", "AmendBudgetCut", amendment("CUT-A1", 700_000));

        assertThat(board("?after=" + amended, "pendingAgorot")).isEqualTo(before + 700_000);
        assertThat(board("?asOf=2016-11-24", "pendingAgorot")).isEqualTo(44_000_000);
        assertThat(cut("CUT-A1").required("state").stringValue()).isEqualTo("AMENDED");
        var corrected = put("CorrectRecord", amended, ", \"replacement\": {\"amountAgorot\": 800000}");
        assertThat(board("?after=" + corrected, "pendingAgorot")).isEqualTo(before + 800_000);
        var annulled = put("AnnulRecord", amended, "");
        assertThat(board("?after=" + annulled, "pendingAgorot")).isEqualTo(before + 1_000_000);
        assertThat(cut("CUT-A1").required("state").stringValue()).isEqualTo("FILED");
        refused("D1", "AmendBudgetCut", amendment("CUT-A1", 1), 403, "cut.not-proposer");
        refused("D4", "AmendBudgetCut",
                "{\"envelope\": {\"occurredOn\": \"2016-11-24\"}, " + amendment("CUT-A1", 1).substring(1),
                422,
                "occurred-on.before-last-fact");
    }

    @Test
    void an_amendment_sent_twice_is_told_once() {
        propose("CUT-A2", 1_000_000);
        var first = memory.command(memory.token("D4"), "AmendBudgetCut", amendment("CUT-A2", 700_000),
                "twice");
        var second = memory.command(memory.token("D4"), "AmendBudgetCut", amendment("CUT-A2", 700_000),
                "twice");

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(told("cut/CUT-A2")).containsExactly("budget.cut-proposed", "budget.cut-amended");
    }

    @Test
    void what_is_accepted_is_what_was_said_before_it_however_many_speak_at_once() throws Exception {
        propose("CUT-A3", 1_000_000);
        var works = new ArrayList<Callable<Reply>>();
        for (int amount = 1; amount <= 6; amount++) {
            var said = amendment("CUT-A3", amount * 100_000L);
            works.add(() -> memory.command(memory.token("D4"), "AmendBudgetCut", said));
        }
        works.add(3, () -> memory.command(memory.token("REC"), "AcceptBudgetCut",
                "{\"yearId\": \"BY2017\", \"cutId\": \"CUT-A3\", \"reason\": \"Agreed.\"}"));

        assertThat(atOnce(works)).extracting(Reply::status).isSubsetOf(200, 422);
        var facts = trail("cut/CUT-A3");
        assertThat(facts.getLast().required("name").stringValue()).isEqualTo("budget.cut-accepted");
        assertThat(amount(facts.getLast())).isEqualTo(amount(facts.get(facts.size() - 2)));
    }

    @Test
    void a_declined_offer_waits_no_more_on_both_clocks_and_is_answered_once() throws Exception {
        memory.awaitHead(memory.token("AUD"));
        long before = board("", "pendingAgorot");
        offer("S-D1", 100_000);
        var answer = "{\"yearId\": \"BY2017\", \"transferId\": \"S-D1\"}";
        refused("D1", "DeclineSolidarityTransfer", answer, 403, "transfer.not-own-target");
        List<Callable<Reply>> both = List.of(
                () -> memory.command(memory.token("D4"), "DeclineSolidarityTransfer", answer),
                () -> memory.command(memory.token("D4"), "DeclineSolidarityTransfer", answer));

        assertThat(atOnce(both)).extracting(Reply::status).containsExactlyInAnyOrder(200, 422);
        var declined = trail("transfer/S-D1").getLast().required("eventId").stringValue();
        assertThat(board("?after=" + declined, "pendingAgorot")).isEqualTo(before);
        assertThat(part("offers", "transferId", "S-D1").required("state").stringValue())
                .isEqualTo("DECLINED");
        var annulled = put("AnnulRecord", declined, "");
        assertThat(board("?after=" + annulled, "pendingAgorot")).isEqualTo(before + 100_000);
        taken("D4", "DeclineSolidarityTransfer", answer);
        assertThat(told("transfer/S-D1")).contains("budget.solidarity-declined");
    }

    @Test
    void what_is_given_back_is_lacking_again_on_both_clocks_and_never_more_than_was_given() throws Exception {
        offer("S-R1", 100_000);
        taken("D4", "AcceptSolidarityTransfer", "{\"yearId\": \"BY2017\", \"transferId\": \"S-R1\"}");
        memory.awaitHead(memory.token("AUD"));
        long gap = board("", "gapAgorot");
        refused("D1", "ReverseSolidarityTransfer", reversal(40_000, ""), 422, "transfer.receiver-not-asked");
        refused("D4", "ReverseSolidarityTransfer", reversal(40_000, ""), 403, "transfer.not-reverser");

        var first = taken("D1", "ReverseSolidarityTransfer", reversal(40_000, ", \"agreedBy\": \"D4\""));
        assertThat(board("?after=" + first, "gapAgorot")).isEqualTo(gap + 40_000);
        assertThat(board("?asOf=2016-11-24", "gapAgorot")).isEqualTo(48_000_000);
        Callable<Reply> rest = () -> memory.command(memory.token("REC"), "ReverseSolidarityTransfer",
                reversal(60_000, ""));
        assertThat(atOnce(List.of(rest, rest))).extracting(Reply::status).containsExactlyInAnyOrder(200, 422);
        assertThat(part("offers", "transferId", "S-R1").required("state").stringValue())
                .isEqualTo("REVERSED");
        assertThat(board("", "gapAgorot")).isEqualTo(gap + 100_000);
        var corrected = put("CorrectRecord", first, ", \"replacement\": {\"amountAgorot\": 30000}");
        assertThat(board("?after=" + corrected, "gapAgorot")).isEqualTo(gap + 90_000);
        var annulled = put("AnnulRecord", first, "");
        assertThat(board("?after=" + annulled, "gapAgorot")).isEqualTo(gap + 60_000);
        assertThat(part("offers", "transferId", "S-R1").required("reversedAgorot").longValue())
                .isEqualTo(60_000);
    }

    private static String reversal(long amount, String more) {
        return "{\"yearId\": \"BY2017\", \"transferId\": \"S-R1\", \"amountAgorot\": %d, \"reason\": \"Not needed.\"%s}"
                .formatted(amount, more);
    }

    private static void offer(String transfer, long amount) {
        taken("D1", "OfferSolidarityTransfer", """
                {"yearId": "BY2017", "roundId": "CR-2017-1", "transferId": "%s", "kind": "SHARE_ABSORPTION",
                 "fromLineId": "BY2017:D1", "to": "line/BY2017:D4", "amountAgorot": %d, "why": "We can.",
                 "principles": []}""".formatted(transfer, amount));
    }

    private static List<Reply> atOnce(List<Callable<Reply>> works) throws Exception {
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            return all.invokeAll(works).stream().map(Future::resultNow).toList();
        }
    }

    private static void propose(String cut, long amount) {
        taken("D4", "ProposeBudgetCut", """
                {"yearId": "BY2017", "roundId": "CR-2017-1", "cutId": "%s", "kind": "OWN_LINE",
                 "lineId": "BY2017:D4", "amountAgorot": %d, "reason": "We can.",
                 "expectedConsequence": "One meeting less."}""".formatted(cut, amount));
    }

    private static String amendment(String cut, long amount) {
        return """
                {"yearId": "BY2017", "cutId": "%s", "amountAgorot": %d, "reason": "We looked again.",
                 "expectedConsequence": "Half a meeting less."}""".formatted(cut, amount);
    }

    private static String taken(String who, String command, String body) {
        return memory.taken(memory.token(who), command, body);
    }

    private static void refused(String who, String command, String body, int status, String code) {
        var reply = memory.command(memory.token(who), command, body);
        assertThat(reply.status()).as("%s", reply.body()).isEqualTo(status);
        assertThat(reply.body().required("code").stringValue()).isEqualTo(code);
    }

    private static String put(String command, String eventId, String what) {
        return taken("MEM", command, """
                {"stream": "budget-year/BY2017", "eventId": "%s", "reason": "Misheard."%s}"""
                .formatted(eventId, what));
    }

    private static long board(String question, String figure) {
        return memory.state(memory.token("AUD"), "/api/views/CutBoard/CR-2017-1" + question)
                .required(figure)
                .longValue();
    }

    private static JsonNode cut(String id) {
        return part("proposals", "cutId", id);
    }

    private static JsonNode part(String parts, String key, String id) {
        memory.awaitHead(memory.token("AUD"));
        var board = memory.state(memory.token("AUD"), "/api/views/CutBoard/CR-2017-1");
        return StreamSupport.stream(board.required(parts).spliterator(), false)
                .filter(each -> each.required(key).stringValue().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> trail(String subject) {
        memory.awaitHead(memory.token("AUD"));
        return StreamSupport.stream(memory.record(memory.token("AUD"), subject, null).spliterator(), false)
                .toList();
    }

    private static List<String> told(String subject) {
        return trail(subject).stream().map(fact -> fact.required("name").stringValue()).toList();
    }

    private static long amount(JsonNode fact) {
        return fact.required("payload").required("amountAgorot").longValue();
    }
}
