// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.demo;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import orgmemory.journal.StartRefused;
import org.springframework.boot.ApplicationArguments;

/** How far the demo's story is told: to the end of a day, the same one for the whole life of a memory. */
final class Ending {

    static final String OPTION = "demo-until";

    /** In the middle of the cut round, where there is something to do. */
    private static final LocalDate UNLESS_ASKED = LocalDate.of(2016, 11, 25);

    private static final LocalDate LAST = LocalDate.of(2017, 6, 30);

    private Ending() {
    }

    /** The day that was asked for at this start; a day after the story's last one means that. */
    static Optional<LocalDate> asked(ApplicationArguments arguments) {
        var typed = arguments.getOptionValues(OPTION);
        if (typed == null) {
            return Optional.empty();
        }
        var day = day(typed);
        if (day.isBefore(Cast.GOES_LIVE)) {
            throw new StartRefused("The demo's story begins on " + Cast.GOES_LIVE
                    + ", so --" + OPTION + " needs that day or a later one.");
        }
        return Optional.of(day.isAfter(LAST) ? LAST : day);
    }

    /** The day to tell to, where earlier starts told to another one or none. */
    static LocalDate of(Optional<LocalDate> asked, Optional<LocalDate> before) {
        if (before.isPresent() && !asked.orElse(before.get()).equals(before.get())) {
            throw new StartRefused("This memory's demo stops on " + before.get()
                    + "; name an empty folder with --memory.data=<folder> to have it told to another day.");
        }
        return before.or(() -> asked).orElse(UNLESS_ASKED);
    }

    private static LocalDate day(List<String> typed) {
        try {
            return LocalDate.parse(String.join(" ", typed));
        } catch (DateTimeException notADay) {
            throw new StartRefused(
                    "--" + OPTION + " needs a day, as in --" + OPTION + "=" + UNLESS_ASKED + ".", notADay);
        }
    }
}
