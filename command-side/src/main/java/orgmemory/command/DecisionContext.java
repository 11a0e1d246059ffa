// SPDX-License-Identifier: Apache-2.0
package orgmemory.command;

import java.time.LocalDate;
import orgmemory.command.register.Register;
import orgmemory.message.Capacity;
import orgmemory.message.Envelope;
import orgmemory.message.Rejected;
import orgmemory.message.Subject;
import orgmemory.message.people.AreaId;
import org.jspecify.annotations.Nullable;

/**
 * Under which circumstances a decision is taken: by whom, for which day, with what is known of others on it.
 *
 * @param envelope who asks, in which capacity, and when it happened
 * @param today    the day of the recording in the institute's time zone
 * @param register what is known of other aggregates
 */
public record DecisionContext(Envelope envelope, LocalDate today, Register register) {

    public Subject actor() {
        return envelope.actor();
    }

    /** Who spoke, on that day: whom it counts as the deed of. */
    public Subject speaker() {
        return envelope.speaker();
    }

    public Capacity capacity() {
        return envelope.capacity();
    }

    public LocalDate occurredOn() {
        return envelope.occurredOn();
    }

    /** Imported facts are held to form and to ids that exist, not to the rules of their day. */
    public boolean imported() {
        return envelope.imported();
    }

    /** Refuses unless the rule holds; what is imported is spared. */
    public void rule(boolean holds, String code, Object... arguments) {
        if (!holds && !imported()) {
            throw new Rejected(code, arguments);
        }
    }

    /** Refuses the actor unless the right holds; what is imported is spared. */
    public void right(boolean holds, String code, Object... arguments) {
        if (!holds && !imported()) {
            throw Rejected.notAllowed(code, arguments);
        }
    }

    /** Refuses a day before the last fact of the same thing. */
    public void notBeforeLast(@Nullable LocalDate last) {
        if (last != null) {
            rule(!occurredOn().isBefore(last), "occurred-on.before-last-fact", occurredOn(), last);
        }
    }

    /** Refuses a day before the first fact of the whole that this is a part of. */
    public void notBeforeWhole(@Nullable LocalDate first) {
        if (first != null) {
            rule(!occurredOn().isBefore(first), "occurred-on.before-whole", occurredOn(), first);
        }
    }

    /** Refuses a "from" before the day the fact occurred on. */
    public void fromNotBefore(LocalDate from) {
        rule(!from.isBefore(occurredOn()), "from.before-occurred-on", from, occurredOn());
    }

    /** Refuses an id that is not known on that day; for what is imported, not known at all. */
    public void known(Subject id) {
        var known = imported() ? register.exists(id) : register.exists(id, occurredOn());
        if (!known) {
            throw unknown(id);
        }
    }

    /**
     * Whether who speaks is accountable for the area: on that day and today, or on that day alone where somebody else
     * records it for them. Nobody is for what belongs to no area.
     */
    public boolean accountable(@Nullable AreaId area) {
        return accountable(area, occurredOn()) && (envelope.onBehalfOf() != null || accountable(area, today));
    }

    /** Whether who speaks is accountable for the area on one of these days at least. */
    public boolean concerned(@Nullable AreaId area) {
        return accountable(area, occurredOn())
                || (envelope.onBehalfOf() == null && accountable(area, today));
    }

    private boolean accountable(@Nullable AreaId area, LocalDate day) {
        return area != null && register.accountable(area, day)
                .filter(holder -> holder.subject().equals(speaker()))
                .filter(holder -> register.manager(holder, day).isPresent())
                .isPresent();
    }

    /** Whether the actor records what everybody agreed on: not what one person said. */
    public boolean recordsForAll() {
        var speaker = envelope.onBehalfOf();
        return capacity() == Capacity.REC && (speaker == null || !speaker.type().equals("person"));
    }

    /** Whether the actor takes back as a recorder what they recorded for somebody. */
    public boolean recorded(@Nullable Subject recorder) {
        return capacity() == Capacity.REC && envelope.onBehalfOf() == null && actor().equals(recorder);
    }

    /** The refusal of an id that does not exist: {@code line.unknown}, by its type. */
    public static Rejected unknown(Subject id) {
        return Rejected.unknown(id.type() + ".unknown", id.id());
    }

    /** The refusal of an id that has been taken: {@code line.exists}, by its type. */
    public static Rejected exists(Subject id) {
        return Rejected.exists(id.type() + ".exists", id.id());
    }
}
