// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.automation;

import java.time.LocalDate;
import java.util.List;
import orgmemory.message.Due;
import orgmemory.message.Subject;
import orgmemory.query.memory.Column;
import orgmemory.query.memory.Fact;
import orgmemory.query.memory.View;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is due, overdue or done on that day, of what, and since when is that known? */
@Component
public final class DueCalendar implements View<DueCalendar.Matter> {

    /** How a matter stands on the day that is asked about. */
    public enum DueState {
        OVERDUE, TODAY, COMING, DONE
    }

    /**
     * Something that is to be done.
     *
     * @param of     what it is about
     * @param what   the matter; in the bundles under {@code due.}
     * @param day    when it is due; null where that was never said
     * @param saidOn the day of the fact that says so
     * @param doneOn the day of the fact that it is due no more by; null while it is due
     * @param state  on the day that is asked about
     */
    public record Matter(Subject of, String what, @Nullable LocalDate day, @Nullable LocalDate saidOn,
            @Nullable LocalDate doneOn, DueState state) {

        private Matter said(Due due, LocalDate on) {
            return due.day() == null
                    ? new Matter(of, what, day, saidOn, on, state)
                    : new Matter(of, what, due.day(), on, null, state);
        }

        private DueState stateOn(LocalDate today) {
            if (doneOn != null || day == null) {
                return DueState.DONE;
            }
            return day.isBefore(today)
                    ? DueState.OVERDUE
                    : day.isAfter(today) ? DueState.COMING : DueState.TODAY;
        }
    }

    /** Types and matters hold none, while ids may. */
    private static final char SEPARATOR = ':';

    @Override
    public String name() {
        return "Due";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<Matter> stateType() {
        return Matter.class;
    }

    @Override
    public List<String> keys(Fact fact) {
        return fact.event().dues().stream().map(DueCalendar::key).distinct().toList();
    }

    @Override
    public Matter initial(String key) {
        return new Matter(entity(key), key.substring(key.lastIndexOf(SEPARATOR) + 1), null, null, null,
                DueState.DONE);
    }

    @Override
    public Matter evolve(Matter matter, Fact fact) {
        var then = matter;
        for (var due : fact.event().dues()) {
            if (due.of().equals(matter.of()) && due.what().equals(matter.what())) {
                then = then.said(due, fact.day());
            }
        }
        return then;
    }

    @Override
    public Matter at(Matter matter, LocalDate day) {
        return new Matter(matter.of(), matter.what(), matter.day(), matter.saidOn(), matter.doneOn(),
                matter.stateOn(day));
    }

    @Override
    public List<Column<Matter>> columns() {
        return List.of(Column.day("day", Matter::day), Column.text("what", Matter::what),
                Column.day("doneOn", Matter::doneOn));
    }

    @Override
    public Subject entity(String key) {
        return new Subject(key.substring(0, key.indexOf(SEPARATOR)),
                key.substring(key.indexOf(SEPARATOR) + 1, key.lastIndexOf(SEPARATOR)));
    }

    private static String key(Due due) {
        return due.of().type() + SEPARATOR + due.of().id() + SEPARATOR + due.what();
    }
}
