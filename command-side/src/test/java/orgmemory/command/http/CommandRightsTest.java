// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import static orgmemory.message.Attestation.IMPORTED;
import static orgmemory.message.Attestation.RECORDED_IN_MEETING;
import static orgmemory.message.Attestation.REPORTED;
import static orgmemory.message.Attestation.SELF;
import static orgmemory.message.Capacity.BST;
import static orgmemory.message.Capacity.MEM;
import static orgmemory.message.Capacity.MGR;
import static orgmemory.message.Capacity.MM;
import static orgmemory.message.Capacity.REC;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import orgmemory.access.HttpProblem;
import orgmemory.command.http.Holders.Way;
import orgmemory.message.Attestation;
import orgmemory.message.Capacity;
import orgmemory.message.Catalogue;
import orgmemory.message.Command;
import orgmemory.message.CorrectionMessages.CorrectionCommand;
import orgmemory.message.IssuedBy;
import orgmemory.message.Rejected;
import orgmemory.message.Rejected.Kind;
import orgmemory.message.Spoken;
import orgmemory.message.people.PersonId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/**
 * Every command there is, as everybody who has no right to it, or whose right has ended, was taken away or has not begun, told
 * of today and of a day on which it was held: nothing is taken. Commands and capacities are read off the catalogue.
 */
@SpringBootTest(classes = CommandSide.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = CommandSide.OnItsOwn.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
class CommandRightsTest {

    @Autowired
    private CommandDispatcher dispatcher;
    @Autowired
    private Supplier<LocalDate> now;

    private @Nullable Holders holders;
    private int walked;

    /** What is asked: about which area, by whom, of which day, on whose word, for whom, in which capacity. */
    private record Cell(Class<? extends Command> command, String area, PersonId actor, LocalDate day,
            Attestation word, @Nullable PersonId speaker, @Nullable Capacity requested) {
    }

    @BeforeAll
    void people() {
        holders = new Holders(dispatcher, now.get());
    }

    @Test
    void who_lost_a_capacity_or_does_not_have_it_yet_issues_nothing() {
        forEach((command, capacity) -> endings(capacity, command).forEach(way -> {
            var area = Holders.code(capacity, way);
            for (var day : days(way)) {
                for (var word : List.of(SELF, REPORTED, RECORDED_IN_MEETING)) {
                    refused(new Cell(command, area, holder(capacity, way), day, word, null, capacity));
                    refused(new Cell(command, area, holder(capacity, way), day, word, null, null));
                }
            }
        }));
        report("commands in ended capacities");
    }

    @Test
    void who_holds_other_capacities_than_a_command_names_does_not_issue_it() {
        Catalogue.commands().forEach(command -> others(command).forEach(capacity -> {
            var area = Holders.code(capacity, Way.HELD);
            for (var word : List.of(SELF, REPORTED, RECORDED_IN_MEETING)) {
                var holder = holder(capacity, Way.HELD);
                refused(new Cell(command, area, holder, now.get(), word, null, capacity));
                refused(new Cell(command, area, holder, now.get(), word, null, null));
            }
        }));
        report("commands in capacities that they do not name");
    }

    /** Whoever is accountable manages, too; what is anybody's own is asked of nobody's capacity. */
    private static Stream<Capacity> others(Class<? extends Command> command) {
        var may = List.of(Objects.requireNonNull(command.getAnnotation(IssuedBy.class)).value());
        return may.contains(Capacity.SELF)
                ? Stream.empty()
                : Stream.of(Capacity.values())
                        .filter(Holders::canEnd)
                        .filter(capacity -> !may.contains(capacity))
                        .filter(capacity -> capacity != Capacity.OWN || !may.contains(MGR));
    }

    @Test
    void who_keeps_the_memory_no_more_imports_nothing() {
        Catalogue.commands()
                .forEach(command -> Stream.of(Way.ENDED, Way.REVOKED, Way.BEGINS_TOMORROW)
                        .forEach(way -> days(way).forEach(day -> refused(
                                new Cell(command, "W-HEIR", holder(MEM, way), day, IMPORTED, null, null)))));
        report("imports by ended keepers");
    }

    @Test
    void only_a_recorder_of_both_days_speaks_for_another() {
        forEach((command, capacity) -> {
            endings(REC, command).forEach(way -> onBehalf(command, capacity, holder(REC, way), way));
            for (var other : List.of(MGR, MM, BST, MEM)) {
                onBehalf(command, capacity, holder(other, Way.HELD), Way.HELD);
            }
            if (!command.isAnnotationPresent(Spoken.class)) {
                onBehalf(command, capacity, holder(REC, Way.HELD), Way.HELD);
            }
        });
        report("commands on behalf of others");
    }

    @Test
    void nobody_is_spoken_for_who_could_not_have_said_it_on_that_day() {
        forEach((command, capacity) -> endings(capacity, command).forEach(way -> {
            for (var day : command.isAnnotationPresent(Spoken.class) ? daysWithout(way) : days(way)) {
                for (var word : List.of(RECORDED_IN_MEETING, REPORTED)) {
                    refused(new Cell(command, Holders.code(capacity, way), holder(REC, Way.HELD), day, word,
                            holder(capacity, way), null));
                }
            }
        }));
        report("commands on behalf of who had no right then");
    }

    @Test
    void who_holds_the_capacity_on_both_days_is_let_through() {
        forEach((command, capacity) -> {
            var area = Holders.code(capacity, Way.HELD);
            var holder = holder(capacity, Way.HELD);
            letThrough(new Cell(command, area, holder, now.get(), SELF, null, capacity));
            if (command.isAnnotationPresent(Spoken.class) && capacity != REC) {
                letThrough(new Cell(command, area, holder(REC, Way.HELD), now.get(), REPORTED, holder, null));
            }
        });
        assertThat(walked).isGreaterThan((int) Catalogue.commands().count());
    }

    private void onBehalf(Class<? extends Command> command, Capacity capacity, PersonId actor, Way way) {
        for (var day : days(way)) {
            for (var word : Attestation.values()) {
                refused(new Cell(command, Holders.code(capacity, Way.HELD), actor, day, word,
                        holder(capacity, Way.HELD), null));
            }
        }
    }

    private void refused(Cell cell) {
        walked++;
        var refusal = ask(cell);
        if (refusal == null) {
            throw new AssertionError(cell + " is taken");
        }
        assertThat(refusal.kind() == Kind.NOT_ALLOWED || refusal.code().startsWith("on-behalf-of."))
                .as("%s of %s", refusal, cell)
                .isTrue();
    }

    /** Past the door; where it is the very area that counts, past the decision, too. */
    private void letThrough(Cell cell) {
        walked++;
        var refusal = ask(cell);
        if (refusal != null) {
            boolean own = cell.requested == Capacity.OWN;
            assertThat(refusal.code().matches("(capacity|on-behalf-of)[.].*")
                    || (own && refusal.kind() == Kind.NOT_ALLOWED)).as("%s of %s", refusal, cell).isFalse();
        }
    }

    private @Nullable Rejected ask(Cell cell) {
        var envelope = Holders.body("occurredOn", cell.day.toString(), "attestation", cell.word.name());
        if (cell.speaker != null) {
            envelope.put("onBehalfOf", cell.speaker.subject().toString());
        }
        if (cell.requested != null) {
            envelope.put("capacity", cell.requested.name());
        }
        var body = WellFormedBody.of(cell.command, cell.area, now.get());
        try {
            dispatcher.issue(cell.actor, cell.command.getSimpleName(), body, envelope, null, null);
            return null;
        } catch (Rejected refusal) {
            return refusal;
        } catch (HttpProblem problem) {
            assertThat(problem.status()).as("of %s %s", cell, body).isEqualTo(403);
            return Rejected.notAllowed("access.none");
        }
    }

    private void forEach(BiConsumer<Class<? extends Command>, Capacity> walk) {
        Catalogue.commands().forEach(command -> {
            var issuedBy = Objects.requireNonNull(command.getAnnotation(IssuedBy.class), command.getName());
            Stream.of(issuedBy.value())
                    .filter(Holders::canEnd)
                    .forEach(capacity -> walk.accept(command, capacity));
        });
    }

    /** How the capacity may have ended. Who corrects has to keep the memory today only. */
    private static Stream<Way> endings(Capacity capacity, Class<? extends Command> command) {
        boolean corrects = CorrectionCommand.class.isAssignableFrom(command);
        return Stream.of(Way.values())
                .filter(way -> way != Way.HELD && Holders.exists(capacity, way))
                .filter(way -> !corrects || way != Way.BEGAN_YESTERDAY);
    }

    /** Today and a day on which it was held; where it is held today, only a day on which it was not. */
    private List<LocalDate> days(Way way) {
        var then = now.get().minusDays(Holders.AGO);
        return way == Way.BEGAN_YESTERDAY ? List.of(then) : List.of(now.get(), then);
    }

    private List<LocalDate> daysWithout(Way way) {
        return way == Way.ENDED || way == Way.REVOKED ? List.of(now.get()) : days(way);
    }

    private PersonId holder(Capacity capacity, Way way) {
        return Objects.requireNonNull(holders).of(capacity, way);
    }

    private void report(String what) {
        System.out.printf(Locale.ROOT, "%s: %,d cells walked, all refused%n", what, walked);
        assertThat(walked).isPositive();
        walked = 0;
    }
}
