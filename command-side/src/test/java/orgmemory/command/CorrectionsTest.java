// SPDX-License-Identifier: Apache-2.0
package orgmemory.command;

import static orgmemory.message.Rejected.Kind.MALFORMED;
import static orgmemory.message.Rejected.Kind.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import orgmemory.command.budget.BudgetYear;
import orgmemory.command.budget.YearState;
import orgmemory.journal.EventCodec;
import orgmemory.journal.Standing;
import orgmemory.journal.StoredEvent;
import orgmemory.message.Attestation;
import orgmemory.message.CorrectionMessages.AnnulRecord;
import orgmemory.message.CorrectionMessages.CorrectRecord;
import orgmemory.message.CorrectionMessages.RecordCorrected;
import orgmemory.message.Json;
import orgmemory.message.Rejected;
import orgmemory.message.Subject;
import orgmemory.message.budget.Amounts;
import orgmemory.message.budget.BudgetLineMessages.DraftBudgetLine;
import orgmemory.message.budget.BudgetMessages.BudgetEvent;
import orgmemory.message.budget.BudgetYearId;
import orgmemory.message.budget.BudgetYearMessages;
import orgmemory.message.budget.BudgetYearMessages.MovementKind;
import orgmemory.message.budget.BudgetYearMessages.MovementLine;
import orgmemory.message.budget.BudgetYearMessages.OpenBudgetYear;
import orgmemory.message.budget.BudgetYearMessages.RecordPastMovement;
import orgmemory.message.budget.LineId;
import orgmemory.message.budget.MovementId;
import orgmemory.message.people.AreaId;
import orgmemory.message.people.AreaMessages.AssignAccountableManager;
import orgmemory.message.people.AreaMessages.OpenArea;
import orgmemory.message.people.AreaType;
import orgmemory.message.people.ManagerKind;
import orgmemory.message.people.ManagerMessages.AppointManager;
import orgmemory.message.people.PersonId;
import orgmemory.message.people.PersonMessages.RegisterPerson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;
import orgmemory.message.Capacity;
import orgmemory.message.people.GrantMessages.GrantRole;
import tools.jackson.databind.node.ObjectNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CorrectionsTest {

    private static final CommandSide SIDE = new CommandSide();

    private static final LocalDate DAY = LocalDate.of(2016, 9, 1);
    private static final AtomicInteger COUNT = new AtomicInteger();

    // One database serves all tests, so each has a year, people and an area of its own.
    private final String own = String.valueOf(COUNT.incrementAndGet());
    private final BudgetYearId by = new BudgetYearId("BY" + own);
    private final Subject year = by.subject();
    private final LineId line = new LineId(by + ":L");
    private final PersonId p = new PersonId("P" + own);
    private final PersonId q = new PersonId("Q" + own);
    private final AreaId a = new AreaId("A" + own);

    @BeforeEach
    void tell() {
        SIDE.imports(DAY, new RegisterPerson(p, "name", null))
                .imports(DAY, new RegisterPerson(q, "name", null))
                .imports(DAY, new AppointManager(p, ManagerKind.DOMAIN, DAY, 50))
                .imports(DAY, new OpenArea(a, AreaType.DOMAIN, "area"))
                .imports(DAY, new AssignAccountableManager(a, p, DAY))
                .imports(DAY, new OpenBudgetYear(by, DAY, DAY.plusYears(1)))
                .imports(DAY, new DraftBudgetLine(by, line, a, "line", 1_000, null))
                .imports(DAY,
                        new RecordPastMovement(by, new MovementId("M" + own), MovementKind.CUT, "title", null,
                                List.of(new MovementLine("20", "line", -10, line))));
    }

    @AfterAll
    static void close() {
        SIDE.close();
    }

    @Test
    void change_single_fields_and_keep_the_rest() {
        correct(draft(), "{\"amountAgorot\": 700, \"reason\": \"misread\"}", null);
        correct(draft(), "{\"title\": \"better\", \"reason\": null}", null);

        var corrected = (RecordCorrected) SIDE.events(year).toList().getLast().event();
        assertThat(corrected.replacement()).isEqualTo(json(
                "{\"yearId\": \"%s\", \"lineId\": \"%s\", \"areaId\": \"%s\", \"title\": \"better\","
                        .formatted(by, line, a) + " \"amountAgorot\": 700}"));
        assertThat(corrected.name()).isEqualTo("budget.line-drafted");
        assertThat(corrected.occurredOn()).isEqualTo(DAY);
        assertThat(corrected.entity()).isEqualTo(line.subject());
        assertThat(free()).isEqualTo(690);
    }

    @Test
    void change_the_day() {
        correct(movement(), null, DAY.minusYears(1));

        assertThat(((RecordCorrected) SIDE.events(year).toList().getLast().event()).occurredOn())
                .isEqualTo(DAY.minusYears(1));
    }

    @Test
    void reach_the_register_in_the_same_commit() {
        var manager = Subject.of("manager", p);
        correct(manager, SIDE.last(manager), "{\"kind\": \"PROJECT\"}", DAY.plusDays(9));

        assertThat(SIDE.register.manager(p, DAY)).isEmpty();
        assertThat(SIDE.register.manager(p, DAY.plusDays(9))).contains(ManagerKind.PROJECT);
    }

    @Test
    void give_no_right_that_a_grant_could_not() {
        var grants = Subject.of("access-grant", p);
        SIDE.sends(World.TODAY, Attestation.SELF, new GrantRole(p, Capacity.BST, null, null));
        var granted = SIDE.last(grants);

        Refused.with("grant.not-grantable", () -> correct(grants, granted, "{\"role\": \"SYS\"}", null));
        Refused.with("grant.until-before-from",
                () -> correct(grants, granted, "{\"until\": \"2010-01-01\"}", null));
    }

    @Test
    void annul_and_revive() {
        annul(movement());
        assertThat(free()).isEqualTo(1_000);
        Refused.with("record.already-annulled", () -> annul(movement()));

        correct(movement(), "{}", null);
        assertThat(free()).isEqualTo(990);
    }

    @Test
    void name_an_original_of_that_stream() {
        Refused.with(UNKNOWN, "record.unknown-event", () -> annul("no-such-event"));
        Refused.with(UNKNOWN, "record.unknown-event",
                () -> correct(a.subject(), movement(), "{}", DAY.minusDays(1)));
        annul(movement());
        Refused.with("record.not-original", () -> annul(SIDE.last(year)));
        Refused.with("record.not-original", () -> correct(SIDE.last(year), "{}", DAY.minusDays(1)));
    }

    @Test
    void are_held_to_the_form_of_the_fact() {
        assertMalformed("amountAgorot", "{\"amountAgorot\": \"many\"}");
        assertMalformed("amountAgorot", "{\"amountAgorot\": \"5\"}");
        assertMalformed("amountAgorot", "{\"amountAgorot\": -1}");
        assertMalformed("amountAgorot", "{\"amountAgorot\": null}");
        assertMalformed("title", "{\"title\": \" \"}");
        assertMalformed("title", "{\"title\": null}");
        assertMalformed("lineId", "{\"lineId\": \"no id\"}");
        assertMalformed("colour", "{\"colour\": \"red\"}");
        assertThatThrownBy(() -> correct(movement(),
                "{\"lines\": [{\"code\": \"\", \"name\": \"line\", \"amountAgorot\": 1}]}", null))
                .isInstanceOfSatisfying(Rejected.class,
                        refusal -> assertThat(refusal.arguments()).containsExactly("lines"));
    }

    @Test
    void keep_the_thing_that_the_fact_is_about() {
        Refused.with("record.other-entity", () -> correct(draft(), "{\"lineId\": \"" + by + ":X\"}", null));
        Refused.with("record.other-entity", () -> correct(draft(), "{\"yearId\": \"other\"}", null));
    }

    @Test
    void change_something() {
        Refused.with("record.nothing-changed", () -> correct(draft(), "{\"title\": \"line\"}", DAY));
        Refused.with("record.nothing-changed", () -> correct(draft(), null, null));
    }

    @Test
    void are_not_of_a_day_to_come() {
        Refused.with("occurred-on.future", () -> correct(draft(), "{}", World.TODAY.plusDays(1)));
    }

    @Test
    void name_ids_that_exist() {
        Refused.with(UNKNOWN, "area.unknown", () -> correct(draft(), "{\"areaId\": \"B\"}", null));
        Refused.with(UNKNOWN, "line.unknown", () -> correct(movement(), "{\"lines\": [{\"code\": \"20\","
                + " \"name\": \"line\", \"amountAgorot\": 1, \"lineId\": \"" + by + ":X\"}]}", null));
        var area = a.subject();
        Refused.with(UNKNOWN, "person.unknown",
                () -> correct(area, SIDE.last(area), "{\"managerId\": \"X\"}", null));
        correct(area, SIDE.last(area), "{\"managerId\": \"" + q + "\"}", null);
        assertThat(SIDE.register.accountable(a, DAY)).contains(q);
    }

    @Test
    void take_the_beginning_of_a_thing_away_only_after_what_follows_it() {
        var opened = SIDE.events(year).toList().getFirst().eventId();
        Refused.with("record.first-with-followers", () -> annul(opened));
        // The movement names the line, though it is a thing of its own.
        Refused.with("record.first-with-followers", () -> annul(draft()));

        annul(movement());
        annul(draft());
        annul(opened);
        assertThat(Standing.ofStored(SIDE.events(year).toList(), new EventCodec())).isEmpty();
    }

    @Test
    void leave_room_for_a_thing_to_be_told_anew() {
        var person = q.subject();
        SIDE.sends(World.TODAY, Attestation.SELF, new AnnulRecord(person, SIDE.last(person), "reason"));
        assertThat(SIDE.register.exists(person)).isFalse();

        SIDE.imports(DAY, new RegisterPerson(q, "another name", null));

        assertThat(SIDE.register.exists(person)).isTrue();
    }

    @Test
    void name_as_much_as_a_sum_holds_and_no_more() {
        var rest = full(Amounts.LARGEST_SUM - 1_000);
        correct(movement(), json("{}").set("lines", Json.mapper().valueToTree(rest)).toString(), null);
        annul(movement());
        SIDE.imports(DAY,
                new RecordPastMovement(by, new MovementId("N" + own), MovementKind.CUT, "title", null,
                        rest));

        Refused.with("budget-year.sum-too-large", () -> correct(movement(), "{}", null));
    }

    private static List<MovementLine> full(long agorot) {
        long most = BudgetYearMessages.LARGEST_AMOUNT;
        return LongStream.iterate(agorot, left -> left > 0, left -> left - most)
                .mapToObj(left -> new MovementLine("20", "line", Math.min(left, most), null))
                .toList();
    }

    private void assertMalformed(String field, String replacement) {
        assertThatThrownBy(() -> correct(draft(), replacement, null)).isInstanceOfSatisfying(Rejected.class,
                refusal -> {
                    assertThat(refusal.kind()).isEqualTo(MALFORMED);
                    assertThat(refusal.code()).isEqualTo("record.replacement-malformed");
                    assertThat(refusal.arguments()).containsExactly(field);
                });
    }

    private String draft() {
        return original("budget.line-drafted");
    }

    private String movement() {
        return original("budget.past-movement-recorded");
    }

    private String original(String name) {
        return SIDE.events(year)
                .filter(event -> event.name().equals(name))
                .map(StoredEvent::eventId)
                .findFirst()
                .orElseThrow();
    }

    private void correct(String eventId, @Nullable String replacement, @Nullable LocalDate day) {
        correct(year, eventId, replacement, day);
    }

    private void correct(Subject stream, String eventId, @Nullable String replacement,
            @Nullable LocalDate day) {
        SIDE.sends(World.TODAY, Attestation.SELF, new CorrectRecord(stream, eventId, day,
                replacement == null ? null : json(replacement), "reason"));
    }

    private void annul(String eventId) {
        SIDE.sends(World.TODAY, Attestation.SELF, new AnnulRecord(year, eventId, "reason"));
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) Json.mapper().readTree(text);
    }

    private long free() {
        var state = YearState.NONE;
        for (var stored : Standing.ofStored(SIDE.events(year).toList(), new EventCodec())) {
            state = new BudgetYear().evolve(state, (BudgetEvent) stored.event(), stored.envelope());
        }
        return state.free(line);
    }
}
