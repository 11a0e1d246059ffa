// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import orgmemory.message.Subject;
import orgmemory.query.memory.reading.RecordQuery.Order;
import orgmemory.query.memory.search.Level;
import orgmemory.query.memory.search.Question;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds events of the record in one snapshot of it. */
final class RecordSearch {

    /**
     * What is called so, as it is known at a position: by the fact that names it, or by that fact's last correction. Names
     * are those that are known, whatever day is asked about, as on every screen.
     */
    private static final String CALLED = """
            select distinct r.entity from memory.record r
            where r.names @@ ?::tsquery and r.position <= ? and r.fact_day is not null and not exists (
                select from memory.record c where c.corrects = coalesce(r.corrects, r.position)
                and c.position > r.position and c.position <= ?)
            and\s""" + Audience.MAY_SEE + " limit ?";

    /** A word that names more things than these names them all the same in texts. */
    private static final int MOST_THINGS = 300;

    private static final String HAS_WORDS = "r.words @@ ?::tsquery";

    /** In a cursor of the best first, above the position: which answers have been given. */
    private static final int LEVEL = 48;
    private static final long POSITIONS = (1L << LEVEL) - 1;

    private final JdbcClient sql;
    private final RecordQuery query;
    private final Audience audience;
    private final long knownOn;
    private final @Nullable Question question;

    RecordSearch(JdbcClient sql, RecordQuery query, Audience audience, long knownOn) {
        this.sql = sql;
        this.audience = audience;
        this.query = query;
        this.knownOn = knownOn;
        this.question = query.text() == null ? null : knowing(Question.of(query.text()));
    }

    @Nullable
    Question question() {
        return question;
    }

    private Question knowing(Question asked) {
        var things = new HashMap<Integer, List<Subject>>();
        var names = asked.inNames();
        for (int i = 0; i < names.size(); i++) {
            things.put(i, called(sql, audience, names.get(i), knownOn, MOST_THINGS));
        }
        return asked.naming(things::get);
    }

    /** What is called so, by a {@code tsquery}. */
    static List<Subject> called(JdbcClient sql, Audience audience, String names, long knownOn, int most) {
        return sql.sql(CALLED)
                .params(names, knownOn, knownOn, audience.array(), most)
                .query((row, number) -> Subject.of(row.getString("entity")))
                .list();
    }

    /**
     * A page of entries, and where the next one begins.
     *
     * @param next null where this is the last
     */
    record Found(List<RecordEntry> entries, @Nullable Long next) {
    }

    Found page() {
        if (question != null && question.isEmpty()) {
            return new Found(List.of(), null);
        }
        if (question != null && query.order() == Order.BEST) {
            return best(question);
        }
        boolean newestFirst = query.order() != Order.OLDEST;
        var narrowing = narrowing().after(query.cursor(), newestFirst);
        if (question != null) {
            narrowing.to(HAS_WORDS, question.upTo(Level.FAR));
        }
        var found = rows(narrowing, newestFirst, query.limit() + 1);
        var page = List.copyOf(found.subList(0, Math.min(found.size(), query.limit())));
        return new Found(page, found.size() > page.size() ? page.getLast().position() : null);
    }

    /** Level by level, so that no more is looked at than a page shows. */
    private Found best(Question words) {
        long cursor = query.cursor() == null ? 0 : query.cursor();
        var page = new ArrayList<RecordEntry>();
        long next = 0;
        for (long level = cursor >>> LEVEL; level < Level.values().length; level++) {
            long after = level == cursor >>> LEVEL ? cursor & POSITIONS : 0;
            for (var entry : answers(words, (int) level, after, query.limit() + 1 - page.size())) {
                if (page.size() == query.limit()) {
                    return new Found(List.copyOf(page), next);
                }
                page.add(entry);
                next = (level << LEVEL) | entry.position();
            }
        }
        return new Found(List.copyOf(page), null);
    }

    /** What answers the words at this level and at no better one, the newest first. */
    private List<RecordEntry> answers(Question words, int level, long after, int most) {
        var levels = Level.values();
        var narrowing = narrowing().to(HAS_WORDS, words.upTo(levels[level]));
        if (level > 0) {
            narrowing.to("not " + HAS_WORDS, words.upTo(levels[level - 1]));
        }
        return rows(narrowing.after(after == 0 ? null : after, true), true, most);
    }

    /** How many there are, whatever the page; no more than this many are counted. */
    int count(int most) {
        if (question != null && question.isEmpty()) {
            return 0;
        }
        var narrowing = narrowing();
        if (question != null) {
            narrowing.to(HAS_WORDS, question.upTo(Level.FAR));
        }
        return sql.sql("select count(*) from (select from memory.record r\n" + narrowing.text()
                + "limit ?) counted")
                .params(narrowing.with(most))
                .query(Integer.class)
                .single();
    }

    private Narrowing narrowing() {
        return new Narrowing(query, audience, knownOn);
    }

    private List<RecordEntry> rows(Narrowing narrowing, boolean newestFirst, int most) {
        var values = new ArrayList<Object>(List.of(knownOn));
        values.addAll(narrowing.with(most));
        return sql.sql(RecordReads.ENTRY + narrowing.text() + "order by " + narrowing.position()
                + (newestFirst ? " desc" : "") + " limit ?")
                .params(values)
                .query((row, number) -> RecordReads.entry(row))
                .list();
    }
}
