// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import orgmemory.message.Json;
import orgmemory.message.Rejected;
import orgmemory.message.budget.LineId;
import orgmemory.message.people.PersonId;
import orgmemory.query.screen.Noted.Asked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import orgmemory.query.budget.Autumn;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BudgetFormsTest {

    private static final Map<String, String> PROPOSAL = Map.of("key", "k-1", "lineId", "BY2017:D4", "kind",
            "OWN_LINE",
            "amountAgorot", "40,000 ₪", "reason", " We can ", "expectedConsequence", "One meeting less");

    @BeforeEach
    @AfterEach
    void nothing_asked_and_nothing_refused() {
        Autumn.desk().refuses(null);
        Autumn.desk().asked();
    }

    private Asked asks(String person, String address, Map<String, String> form) {
        var answer = Autumn.post(person, "en", address, form);
        assertThat(answer.status()).isBetween(302, 303);
        assertThat(answer.header("Location")).contains("sent=");
        var asked = Autumn.desk().asked();
        assertThat(asked).hasSize(1);
        return asked.getFirst();
    }

    private static void assertBody(Asked asked, String command, String body) {
        assertThat(asked.command()).isEqualTo(command);
        // As it is read on the other side.
        assertThat(Json.mapper().readTree(asked.body().toString())).isEqualTo(Json.mapper().readTree(body));
    }

    @Test
    void a_proposal_reaches_the_other_side_as_its_command() {
        var asked = asks("D4", Autumn.BOARD + "?do=ProposeBudgetCut", PROPOSAL);

        assertThat(asked.actor()).isEqualTo(new PersonId("D4"));
        assertThat(asked.key()).isEqualTo("k-1");
        assertBody(asked, "ProposeBudgetCut", """
                {"yearId": "BY2017", "roundId": "CR-2017-1", "kind": "OWN_LINE", "lineId": "BY2017:D4",
                 "amountAgorot": 4000000, "reason": "We can", "expectedConsequence": "One meeting less"}""");
    }

    @Test
    void a_form_that_is_opened_on_a_line_says_whose_it_is() {
        assertThat(Autumn.get("D4", "en", Autumn.BOARD + "?do=ProposeBudgetCut&lineId=BY2017:D4").html())
                .containsPattern("<option value=\"OWN_LINE\" selected");
        assertThat(Autumn.get("D4", "en", Autumn.BOARD + "?do=ProposeBudgetCut&lineId=BY2017:D1").html())
                .containsPattern("<option value=\"OTHER_LINE\" selected");
    }

    @Test
    void a_form_sent_twice_carries_the_same_key() {
        var first = asks("D4", Autumn.BOARD + "?do=ProposeBudgetCut", PROPOSAL);
        var second = asks("D4", Autumn.BOARD + "?do=ProposeBudgetCut", PROPOSAL);

        assertThat(second).isEqualTo(first);
    }

    @Test
    void withdrawing_needs_no_reason_and_names_what_was_seen() {
        var asked = asks("D1", Autumn.BOARD + "?do=WithdrawBudgetCut&cutId=C-NASTY",
                Map.of("key", "k", "version", "1", "reason", ""));

        assertThat(asked.version()).isEqualTo(1);
        assertBody(asked, "WithdrawBudgetCut", "{\"yearId\": \"BY2017\", \"cutId\": \"C-NASTY\"}");
    }

    @Test
    void who_manages_too_takes_back_as_a_recorder_what_they_recorded_and_their_own_as_themselves() {
        assertBody(asks("BOTH", Autumn.BOARD + "?do=WithdrawBudgetCut&cutId=C-FOR-D2", Map.of()),
                "WithdrawBudgetCut",
                "{\"yearId\": \"BY2017\", \"cutId\": \"C-FOR-D2\", \"envelope\": {\"capacity\": \"REC\"}}");
        assertBody(asks("BOTH", Autumn.BOARD + "?do=WithdrawBudgetCut&cutId=C-BOTH", Map.of()),
                "WithdrawBudgetCut",
                "{\"yearId\": \"BY2017\", \"cutId\": \"C-BOTH\"}");
        for (var page : Map.of("S-FOR-D2", Autumn.BOARD, "S-OF-D2", "/lines/BY2017:D4").entrySet()) {
            assertBody(
                    asks("BOTH", page.getValue() + "?do=WithdrawSolidarityOffer&transferId=" + page.getKey(),
                            Map.of()),
                    "WithdrawSolidarityOffer",
                    "{\"yearId\": \"BY2017\", \"transferId\": \"" + page.getKey()
                            + "\", \"envelope\": {\"capacity\": \"REC\"}}");
        }
    }

    @Test
    void acceptances_reach_the_other_side() {
        assertBody(asks("REC", Autumn.BOARD + "?do=AcceptBudgetCut&cutId=C-RES", Map.of("reason", "Agreed")),
                "AcceptBudgetCut", "{\"yearId\": \"BY2017\", \"cutId\": \"C-RES\", \"reason\": \"Agreed\"}");
        assertBody(asks("D4", Autumn.BOARD + "?do=AcceptSolidarityTransfer&transferId=S-01", Map.of()),
                "AcceptSolidarityTransfer",
                "{\"yearId\": \"BY2017\", \"transferId\": \"S-01\"}");
        assertBody(asks("D4", Autumn.BOARD + "?do=DeclineSolidarityTransfer&transferId=S-01", Map.of()),
                "DeclineSolidarityTransfer", "{\"yearId\": \"BY2017\", \"transferId\": \"S-01\"}");
        assertBody(asks("D4", "/lines/BY2017:D4?do=AcceptSolidarityTransfer&transferId=S-FUNDS", Map.of()),
                "AcceptSolidarityTransfer",
                "{\"yearId\": \"BY2017\", \"transferId\": \"S-FUNDS\"}");
    }

    @Test
    void the_recorder_says_that_the_forum_rejected_even_what_it_could_not_accept() {
        var form = Autumn.BOARD + "?do=RejectBudgetCut&cutId=C-NASTY";
        assertThat(Autumn.get("REC", "en", form).text())
                .contains("The forum did not accept a proposal", "What the forum said");
        assertThat(Autumn.get("D1", "en", form).html()).doesNotContain("<dialog");
        assertBody(asks("REC", form, Map.of("reason", "Not now")), "RejectBudgetCut",
                "{\"yearId\": \"BY2017\", \"cutId\": \"C-NASTY\", \"reason\": \"Not now\"}");
    }

    @Test
    void a_proposal_is_changed_from_what_it_says_by_its_proposer_or_who_recorded_it() {
        var form = Autumn.BOARD + "?do=AmendBudgetCut&cutId=";
        assertThat(Autumn.get("BOTH", "en", form + "C-BOTH").html()).contains("value=\"1\"",
                ">Mine</textarea>",
                ">Little</textarea>");
        assertThat(Autumn.get("D4", "en", form + "C-BOTH").html()).doesNotContain("<dialog");
        assertThat(Autumn.get("D1", "en", form + "C-D1").html()).as("accepted").doesNotContain("<dialog");
        var said = Map.of("amountAgorot", "2", "reason", "More", "expectedConsequence", "Some");
        assertBody(asks("BOTH", form + "C-FOR-D2", said), "AmendBudgetCut", """
                {"yearId": "BY2017", "cutId": "C-FOR-D2", "amountAgorot": 200, "reason": "More",
                 "expectedConsequence": "Some", "envelope": {"capacity": "REC"}}""");
    }

    @Test
    void an_offer_to_the_round_covers_its_gap_and_one_to_a_line_carries_its_share() {
        var form = new HashMap<>(
                Map.of("fromLineId", "BY2017:D1", "to", "round/CR-2017-1", "amountAgorot", "1",
                        "why", "We can", "principles[0]", "PR-6", "principles[1]", "PR-7"));
        assertBody(asks("D1", Autumn.BOARD + "?do=OfferSolidarityTransfer", form), "OfferSolidarityTransfer",
                """
                        {"yearId": "BY2017", "roundId": "CR-2017-1", "kind": "GAP_COVER", "fromLineId": "BY2017:D1",
                         "to": "round/CR-2017-1", "amountAgorot": 100, "why": "We can", "principles": ["PR-6", "PR-7"]}""");

        form.put("to", "line/BY2017:D4");
        form.put("principles[0]", "");
        form.put("principles[1]", "");
        assertBody(asks("D1", Autumn.BOARD + "?do=OfferSolidarityTransfer", form), "OfferSolidarityTransfer",
                """
                        {"yearId": "BY2017", "roundId": "CR-2017-1", "kind": "SHARE_ABSORPTION", "fromLineId": "BY2017:D1",
                         "to": "line/BY2017:D4", "amountAgorot": 100, "why": "We can", "principles": []}""");
    }

    @Test
    void money_for_a_line_belongs_to_no_round() {
        assertBody(asks("D1", "/lines/BY2017:D4?do=OfferSolidarityTransfer&to=line/BY2017:D4",
                Map.of("fromLineId", "BY2017:D1", "amountAgorot", "1", "why", "We can")),
                "OfferSolidarityTransfer",
                """
                        {"yearId": "BY2017", "kind": "FUNDS", "fromLineId": "BY2017:D1", "to": "line/BY2017:D4",
                         "amountAgorot": 100, "why": "We can", "principles": []}""");
    }

    @Test
    void what_is_forged_into_a_form_goes_nowhere() {
        var form = new HashMap<>(PROPOSAL);
        form.putAll(Map.of("yearId", "BY1900", "roundId", "CR-9", "cutId", "CUT-01", "actor", "person/D1"));

        assertBody(asks("D4", Autumn.BOARD + "?do=ProposeBudgetCut", form), "ProposeBudgetCut", """
                {"yearId": "BY2017", "roundId": "CR-2017-1", "kind": "OWN_LINE", "lineId": "BY2017:D4",
                 "amountAgorot": 4000000, "reason": "We can", "expectedConsequence": "One meeting less"}""");
    }

    /** The side that decides has the sentence; without it its key stands in its place. */
    @Test
    void a_refused_form_comes_again_with_what_was_typed_and_the_rule_at_its_field() {
        Autumn.desk()
                .refuses(new Rejected("test.too-much", 4_000_000L, new LineId("BY2017:D4"), 100L));
        var again = Autumn.post("D4", "en", Autumn.BOARD + "?do=ProposeBudgetCut", PROPOSAL);

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.html()).contains("id=\"e-amountAgorot\">test.too-much<")
                .contains("value=\"40,000 ₪\"", "aria-describedby=\"e-amountAgorot h-amountAgorot\"",
                        "value=\"k-1\"",
                        ">We can</textarea>")
                .containsPattern("<option value=\"BY2017:D4\" selected");
    }

    @Test
    void a_rule_about_no_field_is_told_above_the_form() {
        Autumn.desk().refuses(new Rejected("cut.not-filed", "C-RES"));
        var again = Autumn.post("REC", "he", Autumn.BOARD + "?do=AcceptBudgetCut&cutId=C-RES",
                Map.of("reason", "כן"));

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.html()).contains("err-sum\" role=\"alert\">cut.not-filed<");
    }

    @Test
    void what_is_no_amount_says_how_amounts_are_typed() {
        Autumn.desk().refuses(new Rejected("cut.not-own-line", new LineId("BY2017:D4")));
        var form = new HashMap<>(PROPOSAL);
        form.put("amountAgorot", "4 or 5");
        var again = Autumn.post("D4", "en", Autumn.BOARD + "?do=ProposeBudgetCut", form);

        assertThat(Autumn.desk().asked().getFirst().body().path("amountAgorot").asLong()).isZero();
        assertThat(again.html()).contains("value=\"4 or 5\"");
    }

    @Test
    void nothing_is_asked_for_in_the_past_or_of_what_is_not_there() {
        assertThat(Autumn.post("D4", "en", Autumn.BOARD + "?do=ProposeBudgetCut&asOf=2016-11-20", PROPOSAL)
                .status())
                .isEqualTo(422);
        assertThat(Autumn.post("D4", "en", "/rounds/CR-9?do=ProposeBudgetCut", PROPOSAL).status())
                .isEqualTo(404);
        assertThat(Autumn.post("D4", "en", Autumn.BOARD + "?do=nothing", PROPOSAL).status()).isEqualTo(404);
        assertThat(Autumn.post("D4", "en", Autumn.BOARD, PROPOSAL).status()).isEqualTo(400);
        assertThat(Autumn.post("D4", "en", "/lines/BY2017:X9?do=OfferSolidarityTransfer", Map.of()).status())
                .isEqualTo(404);
        assertThat(Autumn.desk().asked()).isEmpty();
    }

    @Test
    void while_a_proposal_is_typed_the_form_says_what_would_be() {
        var form = Autumn.get("D4", "en", Autumn.BOARD
                + "?do=ProposeBudgetCut&lineId=BY2017:D4&kind=OWN_LINE&amountAgorot=40,000").text();

        assertThat(form).contains("If this is accepted, the gap will be ₪440,000.",
                "The round still lacks ₪480,000.",
                "Line of D4 would then have ₪1,410,000 free.");
    }
}
