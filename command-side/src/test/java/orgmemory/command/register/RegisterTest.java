// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.register;

import static orgmemory.message.Capacity.MEM;
import static orgmemory.message.Capacity.REC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import orgmemory.command.Deciders;
import orgmemory.command.World;
import orgmemory.journal.EventCodec;
import orgmemory.journal.StoredEvent;
import orgmemory.journal.TestDatabase;
import orgmemory.message.Attestation;
import orgmemory.message.Catalogue;
import orgmemory.message.CorrectionMessages.RecordAnnulled;
import orgmemory.message.CorrectionMessages.RecordCorrected;
import orgmemory.message.Event;
import orgmemory.message.Json;
import orgmemory.message.Subject;
import orgmemory.message.people.AreaId;
import orgmemory.message.people.AreaMessages.AccountabilityAssigned;
import orgmemory.message.people.AreaMessages.AccountabilityHandedOver;
import orgmemory.message.people.AreaMessages.AreaClosed;
import orgmemory.message.people.AreaMessages.ResponsibilityAreaOpened;
import orgmemory.message.people.AreaType;
import orgmemory.message.people.GrantMessages.RoleGranted;
import orgmemory.message.people.GrantMessages.RoleRevoked;
import orgmemory.message.people.ManagerKind;
import orgmemory.message.people.ManagerMessages.LeaveStarted;
import orgmemory.message.people.ManagerMessages.ManagerAppointed;
import orgmemory.message.people.ManagerMessages.ManagerAppointmentEnded;
import orgmemory.message.people.PersonId;
import orgmemory.message.people.PersonMessages.PersonRegistered;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RegisterTest {

    private static final PersonId D4 = new PersonId("D4");
    private static final PersonId D6 = new PersonId("D6");
    private static final AreaId AREA = new AreaId("A");

    private final DataSource database = TestDatabase.with("journal", "register").app();
    private final RegisterWriter writer = new RegisterWriter(new EventCodec(), ZoneOffset.UTC,
            Deciders.onClassPath()::registers, Deciders.onClassPath()::rules);
    private final Register register = new RegisterReader(database);
    private final List<StoredEvent> told = new ArrayList<>();

    @Test
    void knows_persons_from_the_day_they_were_registered() throws SQLException {
        tell("2016-09-01", new PersonRegistered(D4, "name", null));

        assertThat(register.exists(D4.subject(), day("2016-09-01"))).isTrue();
        assertThat(register.exists(D4.subject(), day("2016-08-31"))).isFalse();
        assertThat(register.exists(D4.subject())).isTrue();
        assertThat(register.exists(D6.subject())).isFalse();
        assertThat(register.exists(new Subject("line", "D4"))).isFalse();
    }

    @Test
    void knows_areas_and_the_managers_of_a_day_by_id() throws SQLException {
        tell("2016-09-02", new ManagerAppointed(D6, ManagerKind.PROJECT, day("2014-09-01"), 40));
        tell("2016-09-01", new ManagerAppointed(D4, ManagerKind.DOMAIN, day("2013-09-01"), 60));
        tell("2016-09-01", new ResponsibilityAreaOpened(AREA, AreaType.DOMAIN, "area"));

        assertThat(register.managers(day("2016-09-02"))).containsExactly(D4, D6);
        assertThat(register.managers(day("2016-09-01"))).containsExactly(D4);
        assertThat(register.manager(D6, day("2016-09-02"))).contains(ManagerKind.PROJECT);
        assertThat(register.manager(D6, day("2016-09-01"))).isEmpty();
        assertThat(register.exists(AREA.subject(), day("2016-09-01"))).isTrue();
        assertThat(register.exists(Subject.of("manager", D6), day("2016-09-01"))).isFalse();
    }

    @Test
    void knows_the_roles_of_a_day() throws SQLException {
        tell("2016-09-01", new RoleGranted(D4, REC, day("2016-09-01"), day("2016-09-30")));
        tell("2016-09-05", new RoleGranted(D4, MEM, day("2016-09-10"), null));

        assertThat(register.roles(D4, day("2016-09-09"))).containsExactly(REC);
        assertThat(register.roles(D4, day("2016-09-30"))).containsExactlyInAnyOrder(REC, MEM);
        assertThat(register.roles(D4, day("2016-10-01"))).containsExactly(MEM);
        assertThat(register.roles(D6, day("2016-10-01"))).isEmpty();
    }

    @Test
    void gives_an_area_one_accountable_manager_a_day() throws SQLException {
        appoint(D4, D6);
        tell("2016-09-01", new AccountabilityAssigned(AREA, D4, day("2016-09-01")));
        tell("2016-09-01", new AccountabilityAssigned(AREA, D6, day("2016-09-11")));

        assertThat(register.accountable(AREA, day("2016-08-31"))).isEmpty();
        assertThat(register.accountable(AREA, day("2016-09-10"))).contains(D4);
        assertThat(register.accountable(AREA, day("2016-09-11"))).contains(D6);
        assertThat(register.accountableForAny(D4, day("2016-09-10"))).isTrue();
        assertThat(register.accountableForAny(D4, day("2016-09-11"))).isFalse();
    }

    @Test
    void ends_an_appointment_until_the_next_one() throws SQLException {
        appoint(D4);
        tell("2016-09-10", new ManagerAppointmentEnded(D4, null));
        tell("2016-09-20", new ManagerAppointed(D4, ManagerKind.PROJECT, day("2013-09-01"), 60));

        assertThat(register.manager(D4, day("2016-09-09"))).contains(ManagerKind.DOMAIN);
        assertThat(register.manager(D4, day("2016-09-10"))).isEmpty();
        assertThat(register.managers(day("2016-09-19"))).isEmpty();
        assertThat(register.manager(D4, day("2016-09-20"))).contains(ManagerKind.PROJECT);
    }

    @Test
    void ends_what_is_held_of_a_role_and_what_was_to_begin() throws SQLException {
        tell("2016-09-01", new RoleGranted(D4, REC, day("2016-09-01"), day("2016-09-30")));
        tell("2016-09-02", new RoleGranted(D4, REC, day("2016-11-01"), null));
        tell("2016-09-10", new RoleRevoked(D4, REC, day("2016-09-15"), null));
        tell("2016-09-11", new RoleGranted(D4, REC, day("2016-10-01"), day("2016-10-02")));
        // Told late: the revocation took it, too.
        tell("2016-09-03", new RoleGranted(D4, REC, day("2016-12-01"), null));

        assertThat(Stream.of("2016-09-14", "2016-10-01", "2016-10-02"))
                .allSatisfy(date -> assertThat(register.roles(D4, day(date))).containsExactly(REC));
        assertThat(Stream.of("2016-09-15", "2016-10-03", "2016-11-01", "2016-12-01"))
                .allSatisfy(date -> assertThat(register.roles(D4, day(date))).isEmpty());
    }

    @Test
    void hands_an_area_over_without_a_gap() throws SQLException {
        appoint(D4, D6);
        tell("2016-09-01", new AccountabilityAssigned(AREA, D4, day("2016-09-01")));
        tell("2016-09-05", new AccountabilityHandedOver(AREA, D4, D6, day("2016-09-11")));

        assertThat(register.accountable(AREA, day("2016-09-10"))).contains(D4);
        assertThat(register.accountable(AREA, day("2016-09-11"))).contains(D6);
    }

    @Test
    void follows_corrections_annulments_and_revivals() throws SQLException {
        var appointed = tell("2016-09-01",
                new ManagerAppointed(D4, ManagerKind.DOMAIN, day("2013-09-01"), 60));
        var right = new ManagerAppointed(D4, ManagerKind.PROJECT, day("2013-09-01"), 60);

        tell("2017-01-01", corrected(appointed, right, "2016-09-20"));
        assertThat(register.manager(D4, day("2016-09-19"))).isEmpty();
        assertThat(register.manager(D4, day("2016-09-20"))).contains(ManagerKind.PROJECT);

        tell("2017-01-02",
                new RecordAnnulled(appointed.stream(), appointed.entity(), appointed.eventId(), "no"));
        assertThat(register.exists(Subject.of("manager", D4))).isFalse();

        tell("2017-01-03", corrected(appointed, right, "2016-09-10"));
        assertThat(register.manager(D4, day("2016-09-10"))).contains(ManagerKind.PROJECT);
    }

    @Test
    void ends_also_what_was_to_begin_later() throws SQLException {
        appoint(D4, D6);
        tell("2016-09-01", new AccountabilityAssigned(AREA, D4, day("2016-09-01")));
        tell("2016-09-05", new AccountabilityHandedOver(AREA, D4, D6, day("2016-10-01")));
        tell("2016-09-10", new AreaClosed(AREA, D4, "merged"));

        assertThat(register.accountable(AREA, day("2016-09-09"))).contains(D4);
        assertThat(register.accountable(AREA, day("2016-09-10"))).isEmpty();
        assertThat(register.accountable(AREA, day("2016-10-01"))).isEmpty();
    }

    @Test
    void keeps_the_place_of_a_corrected_fact_among_those_of_its_day() throws SQLException {
        appoint(D4, D6);
        var first = tell("2016-09-01", new AccountabilityAssigned(AREA, D4, day("2016-09-01")));
        tell("2016-09-01", new AccountabilityAssigned(AREA, D6, day("2016-09-11")));

        // From the same day as the second, but said before it.
        tell("2017-01-01", corrected(first, new AccountabilityAssigned(AREA, D4, day("2016-09-11")),
                "2016-09-01"));

        assertThat(register.accountable(AREA, day("2016-09-11"))).contains(D6);
        assertThat(register.accountable(AREA, day("2016-09-10"))).isEmpty();
    }

    @Test
    void takes_a_fact_and_its_correction_in_one_commit() throws SQLException {
        var fact = stored("2016-09-01", new PersonRegistered(D4, "name", null));
        var correction = stored("2017-01-01", corrected(fact, fact.event(), "2016-08-01"));

        write(List.of(fact, correction));

        assertThat(register.exists(D4.subject(), day("2016-08-01"))).isTrue();
    }

    @Test
    void answers_as_the_facts_do() throws SQLException {
        var world = new World().on("2016-09-01")
                .accountable("D1")
                .manager("P8")
                .role("X", REC)
                .on("2016-10-01")
                .accountable("D2")
                .role("X", MEM)
                .body("B")
                .area("E")
                .happened(new LeaveStarted(new PersonId("D1"), day("2016-10-01"), day("2016-10-09")));
        for (var fact : world.facts()) {
            tell(fact.envelope().occurredOn().toString(), fact.event());
        }

        for (var date : List.of("2016-08-31", "2016-09-01", "2016-09-30", "2016-10-01", "2017-01-01")) {
            var day = day(date);
            assertThat(register.managers(day)).isEqualTo(world.register().managers(day));
            for (var id : List.of("D1", "D2", "P8", "X", "E")) {
                var person = new PersonId(id);
                assertThat(register.roles(person, day)).isEqualTo(world.register().roles(person, day));
                assertThat(register.onLeave(person, day)).isEqualTo(world.register().onLeave(person, day));
                assertThat(register.accountableForAny(person, day))
                        .isEqualTo(world.register().accountableForAny(person, day));
                assertThat(register.accountable(new AreaId(id), day))
                        .isEqualTo(world.register().accountable(new AreaId(id), day));
            }
        }
    }

    @Test
    void only_adds_entries() throws SQLException {
        tell("2016-09-01", new PersonRegistered(D4, "name", null));

        assertThatThrownBy(() -> execute("delete from register.entry")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> execute("update register.entry set stands = false"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> execute("truncate register.entry")).isInstanceOf(SQLException.class);
    }

    private void appoint(PersonId... people) throws SQLException {
        for (var person : people) {
            tell("2016-09-01", new ManagerAppointed(person, ManagerKind.DOMAIN, day("2013-09-01"), 60));
        }
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private RecordCorrected corrected(StoredEvent original, Event right, String date) {
        var storedAs = Catalogue.storedAs(right.getClass());
        return new RecordCorrected(original.stream(), original.entity(), original.eventId(), storedAs.value(),
                storedAs.revision(), day(date), Json.mapper().valueToTree(right), "reason");
    }

    private StoredEvent tell(String date, Event event) throws SQLException {
        var stored = stored(date, event);
        write(List.of(stored));
        return stored;
    }

    private StoredEvent stored(String date, Event event) {
        var position = told.size() + 1L;
        var envelope = new World().on(date).envelope("MEM", MEM, Attestation.SELF);
        var storedAs = Catalogue.storedAs(event.getClass());
        var stored = new StoredEvent(position, "e" + position, event.stream(), position, event.entity(),
                position, storedAs.value(), storedAs.revision(), Instant.EPOCH, envelope, event);
        told.add(stored);
        return stored;
    }

    private void write(List<StoredEvent> events) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            writer.write(connection, events);
            connection.commit();
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
