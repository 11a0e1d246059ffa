// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.group;

import static orgmemory.query.screen.table.TableColumn.Trait.FIRST;
import static orgmemory.query.screen.table.TableColumn.Trait.HEADER;
import static orgmemory.query.screen.table.TableColumn.Trait.IF_ANY;
import static orgmemory.query.screen.table.TableColumn.Trait.IN_FILES;
import static orgmemory.query.screen.table.TableColumn.Trait.ON_SCREENS;
import static orgmemory.query.screen.table.TableColumn.day;
import static orgmemory.query.screen.table.TableColumn.number;
import static orgmemory.query.screen.table.TableColumn.text;
import static orgmemory.query.screen.table.TableColumn.thing;
import static orgmemory.query.screen.table.TableColumn.things;
import static orgmemory.query.screen.table.TableColumn.word;

import java.util.function.Function;
import orgmemory.message.Subject;
import orgmemory.query.group.Group.Member;
import orgmemory.query.group.Group.Origin;
import orgmemory.query.screen.table.PageTable;
import orgmemory.query.screen.table.TableColumn.Word;
import org.jspecify.annotations.Nullable;

/** Groups as a table. Members stand in the order in which they joined; nobody and no group is measured. */
final class GroupTables {

    static final PageTable<Group> ALL = PageTable.<Group>of("groups", "groups.",
            it -> "group-" + it.groupId(),
            text("id", (Group it) -> it.groupId().value()).is(IN_FILES),
            thing("topic", (Group it) -> it.groupId().subject()).is(HEADER, ON_SCREENS),
            text("called", Group::topic).is(IN_FILES),
            word("state", GroupTables::state).looking("badge t-slate").is(FIRST),
            word("rhythm", (Group it) -> of(it, origin -> Word.of("value.Rhythm." + origin.rhythm()))),
            number("members", (Group it) -> (long) it.members().size()),
            things("people", (Group it) -> it.members().stream().map(GroupTables::person).toList())
                    .is(IN_FILES),
            thing("leader", GroupTables::lead).is(IF_ANY),
            day("proposedOn", (Group it) -> of(it, Origin::proposedOn)),
            day("lapsesOn", Group::lapsesOn).is(IF_ANY),
            text("relevance", (Group it) -> of(it, Origin::relevance)).is(IN_FILES))
            .why(it -> it.groupId().subject());

    private GroupTables() {
    }

    static Word state(Group it) {
        return Word.of(it.state() == null ? "group.unknown-state" : "value.GroupStage." + it.state());
    }

    private static @Nullable Subject lead(Group it) {
        var lead = it.lead().present();
        return lead == null ? null : lead.subject();
    }

    private static Subject person(Member member) {
        return member.personId().subject();
    }

    private static <T> @Nullable T of(Group it, Function<Origin, T> part) {
        var origin = it.origin();
        return origin == null ? null : part.apply(origin);
    }
}
