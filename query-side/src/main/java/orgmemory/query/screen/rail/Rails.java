// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.rail;

import static java.util.Comparator.comparingLong;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import orgmemory.message.Subject;
import orgmemory.query.memory.reading.RecordReads;
import orgmemory.query.memory.reading.RecordReads.Day;
import orgmemory.query.screen.Page;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Lays out what happened to a subject along a rail: by day, or by week or month where the days are too many. */
@Component
public final class Rails {

    private static final int MOST_STEPS = 70;
    private static final int MARKS = 5;
    private static final int LOWEST = 8;
    private static final int HIGHEST = 30;
    private static final int KINDS_TOLD = 3;
    private static final int WEEK = 7;

    private final RecordReads record;
    private final MessageSource words;
    private final ZoneId zone;

    Rails(RecordReads record, MessageSource words, ZoneId zone) {
        this.record = record;
        this.words = words;
        this.zone = zone;
    }

    /** The rail of a page about a subject. */
    public Rail of(Page page, Subject subject) {
        return of(page, Set.of(subject));
    }

    /** The rail of a page about several subjects: the days on which something happened to one of them. */
    public Rail of(Page page, Set<Subject> subjects) {
        return of(page, record.days(subjects, page.point().knownOn(), zone));
    }

    /** The rail of a page about what happened on these days. */
    Rail of(Page page, List<Day> happened) {
        var days = gathered(happened, page.today());
        int most = days.values().stream().mapToInt(Rails::facts).max().orElse(1);
        var steps = days.entrySet()
                .stream()
                .map(entry -> step(entry.getKey(), entry.getValue(), most, page))
                .toList();
        int at = (int) steps.stream().filter(step -> !step.day().isAfter(page.day())).count() - 1;
        return new Rail(steps, Math.max(at, 0), marks(steps, page));
    }

    /** The days' facts by the last day of what they are gathered into; the latest ones where even months are too many. */
    private static SortedMap<LocalDate, List<Day>> gathered(List<Day> days, LocalDate today) {
        var ways = List.<UnaryOperator<LocalDate>>of(day -> day, Rails::week, Rails::month);
        var found = new TreeMap<LocalDate, List<Day>>();
        for (var way : ways) {
            found = days.stream()
                    .collect(Collectors.groupingBy(day -> earlier(way.apply(day.day()), today),
                            TreeMap::new, Collectors.toList()));
            if (found.size() <= MOST_STEPS) {
                break;
            }
        }
        while (found.size() > MOST_STEPS) {
            found.pollFirstEntry();
        }
        found.putIfAbsent(today, List.of());
        return found;
    }

    private static int nearest(List<Rail.RailDay> steps, LocalDate day) {
        return IntStream.range(0, steps.size())
                .boxed()
                .min(comparingLong(at -> Math.abs(ChronoUnit.DAYS.between(steps.get(at).day(), day))))
                .orElseThrow();
    }

    private static LocalDate week(LocalDate day) {
        return day.plusDays(WEEK - 1 - day.getDayOfWeek().getValue() % WEEK);
    }

    private static LocalDate month(LocalDate day) {
        return day.withDayOfMonth(day.lengthOfMonth());
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static int facts(List<Day> days) {
        return days.stream().mapToInt(Day::facts).sum();
    }

    private Rail.RailDay step(LocalDate day, List<Day> days, int most, Page page) {
        int facts = facts(days);
        int height = facts == 0 ? 0 : LOWEST + (HIGHEST - LOWEST) * facts / most;
        boolean late = days.stream().anyMatch(Day::late);
        boolean corrected = days.stream().anyMatch(Day::corrected);
        var note = Stream.of(kinds(days, page.language()), said(late, "rail.late", page.language()),
                said(corrected, "rail.corrected", page.language()))
                .flatMap(said -> said)
                .collect(Collectors.joining(" · "));
        return new Rail.RailDay(day, page.fmt().day(day), note, height, late, corrected);
    }

    private Stream<String> kinds(List<Day> days, Locale language) {
        return days.stream()
                .flatMap(day -> day.names().stream())
                .distinct()
                .limit(KINDS_TOLD)
                .map(kind -> words.getMessage("event." + kind, null, kind, language));
    }

    private Stream<String> said(boolean so, String key, Locale language) {
        return so ? Stream.of(words.getMessage(key, null, key, language)) : Stream.of();
    }

    /** The days that lie nearest to where the rail is parted evenly. */
    private static List<Rail.Mark> marks(List<Rail.RailDay> steps, Page page) {
        var first = steps.getFirst().day();
        long span = ChronoUnit.DAYS.between(first, steps.getLast().day());
        return IntStream.range(0, MARKS)
                .map(mark -> nearest(steps, first.plusDays(mark * span / (MARKS - 1))))
                .distinct()
                .mapToObj(at -> new Rail.Mark(at, page.fmt().shortDay(steps.get(at).day())))
                .toList();
    }
}
