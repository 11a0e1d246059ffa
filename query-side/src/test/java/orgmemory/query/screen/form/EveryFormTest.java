// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.form;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import orgmemory.message.Catalogue;
import orgmemory.message.Command;
import orgmemory.message.Json;
import orgmemory.message.Rejected;
import orgmemory.query.budget.Autumn;
import orgmemory.query.screen.form.Field.Kind;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever command there is, its form is shown in both languages, and what is typed into it reaches the other side whole. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EveryFormTest {

    private static final String PAGE = "/record-something?do=";

    /** Things of the memory, by the type of their ids. */
    private static final Map<String, String> THINGS = Stream.of("BudgetYearId BY2017", "RoundId CR-2017-1",
            "LineId BY2017:D4", "CutId C-RES", "TransferId S-01", "PersonId D4", "AreaId D4",
            "FollowUpId F-1", "ConsultationId C-07", "AdviceId C-07:D4", "GroupId LG-1")
            .map(thing -> thing.split(" ", 2))
            .collect(toMap(thing -> thing[0], thing -> thing[1]));

    static Stream<Class<? extends Command>> commands() {
        return Catalogue.commands().filter(Forms::hasForm).filter(WhenAndForWhom::isFor);
    }

    @BeforeEach
    void nothing_asked() {
        Autumn.desk().refuses(null);
        Autumn.desk().asked();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_refused_form_is_shown_in_both_languages_with_all_that_was_typed(Class<? extends Command> command) {
        Autumn.desk().refuses(new Rejected("form.only-now"));
        for (var language : new String[] {"he", "en"}) {
            var again = Autumn.post("ALL", language, PAGE + command.getSimpleName(), typed(command));
            assertThat(again.status()).isEqualTo(422);
            assertThat(again.html()).contains("<dialog", day(command), "</html>")
                    .doesNotContain("??", ">field.", ">hint.", ">value.");
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void what_is_typed_reaches_the_other_side_as_the_command(Class<? extends Command> command) {
        var answer = Autumn.post("ALL", "en", PAGE + command.getSimpleName(), typed(command));
        assertThat(answer.status()).as(answer.text()).isBetween(302, 303);

        var asked = Autumn.desk().asked().getFirst();
        assertThat(asked.command()).isEqualTo(command.getSimpleName());
        var body = Json.mapper().readTree(asked.body().toString());
        assertThat(body).isEqualTo(Json.mapper().readTree(expected(command).toString()));
        assertThat(Json.mapper().treeToValue(body, command)).isNotNull();
    }

    @Test
    void every_page_of_what_can_be_recorded_leads_to_its_form() {
        var page = Autumn.get("ALL", "en", "/record-something").html();
        assertThat(page).contains("do=OpenBudgetYear", "do=RegisterPerson", "do=ProposeBudgetCut")
                .doesNotContain("do=RevokeToken", "do=InvitePerson", "do=CorrectRecord");
        assertThat(Autumn.get("AUD", "en", "/record-something").html()).doesNotContain("do=");
    }

    @Test
    void what_ends_something_is_offered_after_what_begins_or_carries_it_on() {
        var page = Autumn.get("ALL", "en", "/people/D4").html();
        assertThat(page.indexOf("do=TakeAccessAway")).isGreaterThan(page.indexOf("do=GrantRole"));
        assertThat(page.indexOf("do=EndAppointment"))
                .isGreaterThan(page.indexOf("do=HandOverAccountability"));
        assertThat(Forms.usualFirst().map(Class::getSimpleName)).endsWith("RevokeRole",
                "EndAppointment");
    }

    @Test
    void parts_come_and_go_without_any_script_and_nothing_is_sent() {
        var form = new LinkedHashMap<>(Map.of("key", "k", "shares[0].lineId", "BY2017:D4", "shares[1].lineId",
                "BY2017:D1", "shares[1].amountAgorot", "7", "add", "shares"));
        var more = Autumn.post("ALL", "en", PAGE + "SetIndicativeShares&roundId=CR-2017-1", form);
        assertThat(more.status()).isEqualTo(200);
        assertThat(more.html()).contains("name=\"shares[2].lineId\"")
                .doesNotContain("name=\"shares[3].lineId\"");

        form.remove("add");
        form.put("remove", "shares[0]");
        var less = Autumn.post("ALL", "en", PAGE + "SetIndicativeShares&roundId=CR-2017-1", form).html();
        assertThat(less).containsPattern("name=\"shares\\[0].amountAgorot\" value=\"7\"")
                .doesNotContain("name=\"shares[1].lineId\"");
        assertThat(Autumn.desk().asked()).isEmpty();
    }

    @Test
    void when_and_for_whom_goes_with_the_command_and_is_kept_for_the_next_form() {
        var answer = Autumn.post("ALL", "en", PAGE + "RegisterBody",
                Map.of("name", "The board", "envelope.occurredOn", "2016-11-24", "envelope.attestation",
                        "RECORDED_IN_MEETING", "envelope.sourceRef", "Meeting 3, item 2"));

        assertThat(answer.header("Set-Cookie")).startsWith("when=").contains("2016-11-24", "HttpOnly");
        assertThat(
                Json.mapper().readTree(Autumn.desk().asked().getFirst().body().path("envelope").toString()))
                .isEqualTo(Json.mapper().readTree("""
                        {"occurredOn": "2016-11-24", "attestation": "RECORDED_IN_MEETING",
                         "sourceRef": "Meeting 3, item 2"}"""));
    }

    /** Where the form asks for the day: beside the command, unless the command tells it. */
    private static String day(Class<? extends Command> command) {
        return "id=\"" + CommandFields.ownDay(command).orElse(WhenAndForWhom.DAY) + "\"";
    }

    private static Map<String, String> typed(Class<? extends Command> command) {
        var typed = new LinkedHashMap<String, String>();
        CommandFields.of(command).forEach(field -> type(typed, field, field.name()));
        typed.put("key", "k");
        return typed;
    }

    private static void type(Map<String, String> typed, Field field, String name) {
        switch (field.kind()) {
            case LIST -> {
                for (int i = 0; i < 2; i++) {
                    int at = i;
                    field.parts().forEach(part -> type(typed, part, Parts.name(field, at, part)));
                }
            }
            case NEW_ID, OPEN -> {
            }
            case AMOUNT -> typed.put(name, "1,234.50 ₪");
            default -> typed.put(name, value(field).asString());
        }
    }

    private static JsonNode value(Field field) {
        var make = JsonNodeFactory.instance;
        return switch (field.kind()) {
            case NUMBER -> make.numberNode((int) Math.max(1, field.min()));
            case DAY -> make.stringNode("2016-11-25");
            case CHOICE -> make.stringNode(((Enum<?>) field.type().getEnumConstants()[0]).name());
            case THING -> make.stringNode(Objects.requireNonNull(THINGS.get(field.type().getSimpleName())));
            case SUBJECT -> make.stringNode("round/CR-2017-1");
            case FLAG -> make.booleanNode(true);
            case NATURAL_KEY -> make.stringNode("BY2018");
            case AMOUNT -> make.numberNode(123_450);
            default -> make.stringNode(field.type() == UUID.class
                    ? "0190163d-8694-739b-aea5-966c26f8ad91"
                    : ("As typed: " + field.name()).strip());
        };
    }

    private static ObjectNode expected(Class<? extends Command> command) {
        var body = expected(CommandFields.of(command));
        if (command.getSimpleName().equals("OfferSolidarityTransfer")) {
            body.put("kind", "GAP_COVER");
        }
        return body;
    }

    private static ObjectNode expected(Iterable<Field> fields) {
        var body = Json.mapper().createObjectNode();
        for (var field : fields) {
            if (field.is(Kind.LIST)) {
                var list = body.putArray(field.name());
                for (int i = 0; i < 2; i++) {
                    list.add(
                            field.ofPlainParts() ? value(field.parts().getFirst()) : expected(field.parts()));
                }
            } else if (!field.is(Kind.NEW_ID)) {
                body.set(field.name(), value(field));
            }
        }
        return body;
    }
}
