// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail.home;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import orgmemory.message.Capacity;
import orgmemory.message.Catalogue;
import orgmemory.message.CausedBy;
import orgmemory.query.memory.reading.RecordQuery;
import orgmemory.query.memory.reading.RecordReads;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.Topic;
import orgmemory.query.screen.form.Forms;

/** What a new memory needs until there is something to agree on, and how far it has come. */
@Component
final class FirstSteps {

    /**
     * A step.
     *
     * @param name     in the bundles under {@code step.}
     * @param target   the form where the reader can take it; null where it is not their turn, or they may not
     * @param capacity in which it is usually taken
     */
    record StepTaken(String name, boolean done, @Nullable String target, Capacity capacity) {

        /** Whether somebody else has to be asked for it. */
        public boolean whom() {
            return target == null && !done;
        }
    }

    private final RecordReads record;
    private final List<Topic> topics;
    private final Forms forms;

    FirstSteps(RecordReads record, List<Topic> topics, Forms forms) {
        this.record = record;
        this.topics = topics;
        this.forms = forms;
    }

    /** All steps, in the order in which they are best taken; the first that is left, and whatever can be done again. */
    List<StepTaken> of(Page page) {
        var steps = new ArrayList<StepTaken>();
        boolean next = true;
        for (var step : topics.stream().flatMap(topic -> topic.firstSteps().stream()).toList()) {
            boolean done = done(step, page);
            steps.add(taken(step, done, (next || done) && forms.offered(step.command(), page)));
            next &= done;
        }
        return steps;
    }

    private boolean done(Topic.FirstStep step, Page page) {
        var query = new RecordQuery(null, null, null, fact(step), null, null, null, null, null,
                page.point().asOf(), page.point().knownOn(), null, RecordQuery.Order.OLDEST, 1);
        return record.count(query, step.times()) >= step.times();
    }

    /** The stored name of the fact that the step's command becomes. */
    private static String fact(Topic.FirstStep step) {
        return Catalogue.events()
                .filter(event -> event.isAnnotationPresent(CausedBy.class)
                        && event.getAnnotation(CausedBy.class).value().equals(step.command()))
                .map(event -> Catalogue.storedAs(event).value())
                .findFirst()
                .orElseThrow();
    }

    private static StepTaken taken(Topic.FirstStep step, boolean done, boolean now) {
        return new StepTaken(step.name(), done,
                now ? step.page() + "?do=" + step.command().getSimpleName() : null, step.by());
    }
}
