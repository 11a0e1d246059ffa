// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail.home;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import orgmemory.query.memory.reading.RecordQuery;
import orgmemory.query.memory.reading.RecordReads;
import orgmemory.query.screen.Page;

/** What a new memory needs until there is something to agree on, and how far it has come. */
@Component
final class FirstSteps {

    /**
     * A step.
     *
     * @param name     in the bundles under {@code step.}
     * @param target   the form where the reader can take it; null where there is none, or they may not
     * @param request  how a program asks for it: a command and a body to begin with; null where there is a form
     * @param capacity in which it is taken
     */
    record FirstStep(String name, boolean done, @Nullable String target, @Nullable Request request,
            String capacity) {

        /** Whether somebody else has to be asked for it. */
        public boolean whom() {
            return target == null && !done && request == null;
        }
    }

    /** A command over HTTP. */
    record Request(String command, String body) {
    }

    private record Kind(String name, String fact, int times, List<String> capacities,
            @Nullable Request request) {

        private static Kind form(String name, String fact, int times, String... capacities) {
            return new Kind(name, fact, times, List.of(capacities), null);
        }
    }

    private static final List<Kind> KINDS = List.of(
            Kind.form("institute", "people.institute-registered", 1, "MEM"),
            Kind.form("person", "people.person-registered", 2, "MEM"),
            Kind.form("manager", "people.manager-appointed", 1, "MEM", "MM"),
            Kind.form("area", "people.area-opened", 1, "MEM", "MM"),
            Kind.form("accountable", "people.accountability-assigned", 1, "MEM", "MM"),
            Kind.form("role", "people.role-granted", 2, "MEM"),
            new Kind("year", "budget.year-opened", 1, List.of("BST"), new Request("OpenBudgetYear", """
                    {"yearId": "BY2027", "from": "2027-01-01", "to": "2027-12-31"}""")),
            new Kind("line", "budget.line-drafted", 1, List.of("BST"), new Request("DraftBudgetLine",
                    """
                            {"yearId": "BY2027", "lineId": "BY2027:RES", "title": "Reserve", "amountAgorot": 50000000}""")),
            new Kind("view", "budget.full-view-published", 1, List.of("BST"),
                    new Request("PublishFullView", """
                            {"yearId": "BY2027"}""")),
            new Kind("round", "budget.cut-round-opened", 1, List.of("BST"), new Request("OpenCutRound",
                    """
                            {"yearId": "BY2027", "roundId": "CR-2027-1", "requiredAgorot": 10000000, "cause": "Why"}""")));

    private final RecordReads record;

    FirstSteps(RecordReads record) {
        this.record = record;
    }

    /** All steps, in the order in which they are best taken; the first that is left, and whatever can be done again. */
    List<FirstStep> of(Page page) {
        var steps = new ArrayList<FirstStep>();
        boolean next = true;
        for (var kind : KINDS) {
            boolean done = done(kind, page);
            steps.add(step(kind, done, (next || done) && may(kind, page)));
            next &= done;
        }
        return steps;
    }

    private boolean done(Kind kind, Page page) {
        var asked = new RecordQuery(null, null, null, kind.fact(), null, null, null, null, null,
                page.clocks().asOf(), page.clocks().knownOn(), null, RecordQuery.Order.OLDEST, 1);
        return record.count(asked, kind.times()) >= kind.times();
    }

    private static boolean may(Kind kind, Page page) {
        return !page.past() && kind.capacities().stream().anyMatch(page::may);
    }

    private static FirstStep step(Kind kind, boolean done, boolean now) {
        boolean again = !done || !kind.name().equals("institute");
        return new FirstStep(kind.name(), done,
                now && again && kind.request() == null ? "/people?do=" + kind.name() : null, kind.request(),
                kind.capacities().getFirst());
    }
}
