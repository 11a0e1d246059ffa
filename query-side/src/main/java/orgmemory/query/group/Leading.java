// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.group;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import orgmemory.message.group.LeadTurnMessages.GroupLeadRotated;
import orgmemory.message.group.LeadTurnMessages.LeadTurnEvent;
import orgmemory.message.group.LeadTurnMessages.LeadTurnSkipped;
import orgmemory.message.group.LeadTurnMessages.LeadTurnSwapped;
import orgmemory.message.group.LeadTurns;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;

/** Who leads a group, who did, and who follows. */
public final class Leading {

    private Leading() {
    }

    /**
     * A turn to lead.
     *
     * @param until  the day on which it ended; absent while it lasts
     * @param dueOn  the day on which it is to end; absent where the charter does not say
     * @param reason why it was not whom the charter's rotation would have; absent where it was
     */
    public record Turn(PersonId personId, LocalDate since, @Nullable LocalDate until,
            @Nullable LocalDate dueOn, @Nullable String reason) {

        private Turn over(LocalDate day) {
            return until == null ? new Turn(personId, since, day, dueOn, reason) : this;
        }
    }

    /**
     * The lead of a group.
     *
     * @param present who leads; absent where nobody does
     * @param turns   in which order the others follow
     * @param past    all turns, the first one first
     */
    public record Lead(@Nullable PersonId present, LeadTurns turns, List<Turn> past) {

        static final Lead NONE = new Lead(null, LeadTurns.NONE, List.of());

        /** The turn that lasts; absent where nobody leads. */
        public @Nullable Turn turn() {
            return present == null || past.isEmpty() ? null : past.getLast();
        }

        Lead joined(PersonId person) {
            return new Lead(present, turns.joined(person), past);
        }

        Lead left(PersonId person, LocalDate day) {
            return person.equals(present) ? over(day) : this;
        }

        Lead over(LocalDate day) {
            return new Lead(null, turns, ended(day));
        }

        Lead evolve(LeadTurnEvent event, LocalDate day) {
            return switch (event) {
                case GroupLeadRotated rotated -> new Lead(rotated.to(), turns.led(rotated.to()),
                        Stream.concat(ended(day).stream(), Stream.of(new Turn(rotated.to(), day, null,
                                rotated.until(), rotated.reason()))).toList());
                case LeadTurnSwapped swapped ->
                    new Lead(present, turns.swapped(swapped.one(), swapped.other()), past);
                case LeadTurnSkipped skipped -> new Lead(present, turns.skipped(skipped.personId()), past);
            };
        }

        private List<Turn> ended(LocalDate day) {
            return past.stream().map(turn -> turn.over(day)).toList();
        }
    }
}
