// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.group;

import java.util.ArrayList;
import java.util.List;
import orgmemory.message.Subject;
import orgmemory.message.group.GroupMessages.ActivateGroup;
import orgmemory.message.people.PersonId;
import orgmemory.query.screen.Fmt;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.home.PendingTasks;
import orgmemory.query.screen.read.Names;
import org.springframework.stereotype.Component;

/** What in their groups waits for the reader: who wishes to join, a beginning, and a turn to lead. */
@Component
final class PendingGroupTasks implements PendingTasks {

    private final GroupReads reads;
    private final InsideReads inside;
    private final Names names;

    PendingGroupTasks(GroupReads reads, InsideReads inside, Names names) {
        this.reads = reads;
        this.inside = inside;
        this.names = names;
    }

    @Override
    public List<PendingTask> of(Page page) {
        var reader = page.reader();
        return page.past() || reader == null
                ? List.of()
                : reads.all(page)
                        .stream()
                        .filter(it -> !it.over() && it.isMember(reader.id()))
                        .flatMap(it -> of(it, reader.id(), page).stream())
                        .toList();
    }

    private List<PendingTask> of(Group it, PersonId reader, Page page) {
        var needs = new ArrayList<PendingTask>();
        if (!it.requests().isEmpty()) {
            requests(it, reader, page, needs);
        }
        if (new GroupActions(page, it).may(ActivateGroup.class)) {
            needs.add(task("group-begin", List.of(name(it, page)), it, "?do=ActivateGroup", "player-play"));
        }
        lead(it, reader, page, needs);
        session(it, reader, page, needs);
        return List.copyOf(needs);
    }

    private void requests(Group it, PersonId reader, Page page, List<PendingTask> needs) {
        var objections = inside.of(it.groupId(), page);
        it.requests()
                .stream()
                .filter(request -> !objections.objects(reader, request.personId()))
                .forEach(request -> needs.add(task("group-request",
                        List.of(name(request.personId().subject(), page), name(it, page),
                                page.fmt().day(request.admitOn())),
                        it, "#request-" + request.personId(), "user-circle")));
    }

    /** Whoever is next, once the turn before theirs is over or nobody leads; the lead is asked to pass it on. */
    private void lead(Group it, PersonId reader, Page page, List<PendingTask> needs) {
        var charter = it.charter();
        var turn = it.lead().turn();
        var due = turn == null ? null : turn.dueOn();
        boolean over = turn == null || (due != null && !due.isAfter(page.today()));
        if (charter == null || !over || !it.begun()) {
            return;
        }
        reads.next(it, page).ifPresent(next -> {
            if (next.equals(reader) && charter.inTurns()) {
                needs.add(task("group-lead", List.of(name(it, page)), it, "?do=RotateLead&to=" + reader,
                        "flag"));
            } else if (reader.equals(it.lead().present())) {
                needs.add(task("group-lead-over",
                        List.of(name(it, page), name(next.subject(), page)), it, "?do=RotateLead", "flag"));
            }
        });
    }

    /** The lead is asked for the session that the rhythm would have, or every member where nobody leads. */
    private void session(Group it, PersonId reader, Page page, List<PendingTask> needs) {
        var lead = it.lead().present();
        var origin = it.origin();
        if (origin == null || !it.begun() || (lead != null && !lead.equals(reader))) {
            return;
        }
        var sessions = inside.of(it.groupId(), page).sessions();
        if (!sessions.isEmpty()) {
            var last = sessions.getFirst().on();
            origin.rhythm()
                    .after(last)
                    .filter(next -> !next.isAfter(page.today()))
                    .ifPresent(_ -> needs.add(task("group-session",
                            List.of(name(it, page), page.fmt().day(last)), it, "?do=RecordGroupSession",
                            "messages")));
        }
    }

    private static PendingTask task(String sentence, List<String> named, Group it, String form,
            String icon) {
        return new PendingTask(sentence, named, "/groups/" + it.groupId() + form, icon, "teal");
    }

    private String name(Group it, Page page) {
        return name(it.groupId().subject(), page);
    }

    private String name(Subject thing, Page page) {
        return Fmt.apart(names.in(page.language()).of(thing));
    }
}
