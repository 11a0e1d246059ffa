// SPDX-License-Identifier: Apache-2.0
package orgmemory.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import orgmemory.command.register.MemoryRegister;
import orgmemory.message.Attestation;
import orgmemory.message.Capacity;
import orgmemory.message.Envelope;
import orgmemory.message.Event;
import orgmemory.message.Language;
import orgmemory.message.Subject;
import orgmemory.message.Visibility;
import orgmemory.message.people.AreaId;
import orgmemory.message.people.AreaMessages.AccountabilityAssigned;
import orgmemory.message.people.AreaMessages.ResponsibilityAreaOpened;
import orgmemory.message.people.AreaType;
import orgmemory.message.people.BodyId;
import orgmemory.message.people.BodyMessages.BodyRegistered;
import orgmemory.message.people.GrantMessages.RoleGranted;
import orgmemory.message.people.ManagerKind;
import orgmemory.message.people.ManagerMessages.ManagerAppointed;
import orgmemory.message.people.PersonId;
import orgmemory.message.people.PersonMessages.PersonRegistered;

/** What has happened so far, and who asks now, on which day. Days go on with {@link #on}. */
public final class World {

    /** The day of the recording, in all tests. */
    public static final LocalDate TODAY = LocalDate.of(2017, 1, 10);

    /** A fact with its envelope. */
    public record Happened(Event event, Envelope envelope) {
    }

    /** Folds one fact into a state. */
    public interface Evolve<S> {
        S evolve(S state, Event event, Envelope envelope);
    }

    private final MemoryRegister register = new MemoryRegister();
    private final List<Happened> facts = new ArrayList<>();
    private LocalDate day = LocalDate.of(2016, 9, 1);

    public World on(String date) {
        day = LocalDate.parse(date);
        return this;
    }

    public LocalDate day() {
        return day;
    }

    public MemoryRegister register() {
        return register;
    }

    /** Something that happened on the day, as the person told it. */
    public World told(String person, Event event) {
        facts.add(new Happened(event, envelope(person, Capacity.MGR, Attestation.SELF)));
        register.add(event, day);
        return this;
    }

    public World happened(Event event) {
        return told("MEM", event);
    }

    public World person(String id) {
        return happened(new PersonRegistered(new PersonId(id), "Name of " + id, null));
    }

    public World body(String id) {
        return happened(new BodyRegistered(new BodyId(id), "Body " + id));
    }

    /** A person who is a manager, accountable for the area of the same name. */
    public World accountable(String id) {
        return manager(id).area(id)
                .happened(new AccountabilityAssigned(new AreaId(id), new PersonId(id), day));
    }

    public World manager(String id) {
        return person(id)
                .happened(new ManagerAppointed(new PersonId(id), ManagerKind.DOMAIN, day.minusYears(2), 50));
    }

    public World area(String id) {
        return happened(new ResponsibilityAreaOpened(new AreaId(id), AreaType.DOMAIN, "Area " + id));
    }

    public World role(String id, Capacity role) {
        return happened(new RoleGranted(new PersonId(id), role, day, null));
    }

    /** All facts, folded. */
    public <S> S state(S none, Evolve<S> evolve) {
        var state = none;
        for (var fact : facts) {
            state = evolve.evolve(state, fact.event, fact.envelope);
        }
        return state;
    }

    public List<Happened> facts() {
        return List.copyOf(facts);
    }

    /** Somebody who asks on the day, in a capacity. */
    public DecisionContext who(String person, Capacity capacity) {
        return new DecisionContext(envelope(person, capacity, Attestation.SELF), TODAY, register);
    }

    /** The memory keeper who takes over something of that day. */
    public DecisionContext importing() {
        return new DecisionContext(envelope("MEM", Capacity.MEM, Attestation.IMPORTED), TODAY, register);
    }

    public Envelope envelope(String person, Capacity capacity, Attestation attestation) {
        return new Envelope(Subject.of("person", person), capacity, null, attestation, day, null, null,
                Visibility.INSTITUTE, null, Language.en, UUID.randomUUID().toString());
    }
}
