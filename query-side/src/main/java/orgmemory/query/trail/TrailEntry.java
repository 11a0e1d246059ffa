// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orgmemory.message.Json;
import orgmemory.message.Subject;
import orgmemory.query.memory.Fact;
import orgmemory.query.screen.description.EventDescription;

/**
 * A fact as the trail tells it.
 *
 * @param fact       as it stands
 * @param description the same in words
 * @param newDay     whether it is the first one of its day
 * @param annulled   whether it never was, as one knows by now
 * @param elsewhere  whether it turned out not to concern what the trail is about
 * @param through    what joins it to the trail; null where it concerns what the trail is about
 * @param recorded   who told the memory, and when
 * @param people     those whom it names, as they were that day; who spoke comes first
 * @param changes    what it moved when it was recorded
 * @param answers    the fact that it answers; null for none
 * @param amendments what put it right, the first one first
 */
public record TrailEntry(Fact fact, EventDescription description, boolean newDay, boolean annulled,
        boolean elsewhere, @Nullable Subject through, Recorded recorded, List<PersonThen> people,
        List<Change> changes, @Nullable Answered answers, List<Amended> amendments) {

    /**
     * How something came into the record.
     *
     * @param on          the day in the institute's zone
     * @param at          the time of that day
     * @param later       days that passed since it happened
     */
    public record Recorded(LocalDate on, String at, int later) {
    }

    /**
     * An earlier fact.
     *
     * @param target      its place on this page or on another one
     */
    public record Answered(long position, String kind, String target) {
    }

    /**
     * How the fact was put right.
     *
     * @param by          the correction or annulment
     * @param reason      why
     * @param before      what was told until then; null where it was annulled
     * @param day         the day it was said to have happened until then, where that was wrong
     */
    public record Amended(Fact by, EventDescription kind, Recorded recorded, String reason,
            @Nullable EventDescription before,
            @Nullable LocalDate day, List<Change> changes) {
    }

    /** The event itself, as JSON. */
    public String json() {
        return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(fact.event());
    }

    /** Those who spoke or recorded it, as they were that day. */
    public List<PersonThen> said() {
        return people.stream().filter(this::hasSaid).toList();
    }

    /** The others whom it names, as they were that day. */
    public List<PersonThen> named() {
        return people.stream().filter(one -> !hasSaid(one)).toList();
    }

    private boolean hasSaid(PersonThen one) {
        var envelope = fact.envelope();
        return one.person().equals(envelope.actor()) || one.person().equals(envelope.onBehalfOf());
    }

    /** Where it stands in the one order of all facts. */
    public long position() {
        return fact.position();
    }
}
