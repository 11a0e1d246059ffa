// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.demo;

import java.util.List;
import java.util.stream.Stream;
import orgmemory.access.account.DemoCast;
import orgmemory.command.Capacities;
import orgmemory.journal.Journal;
import orgmemory.message.people.PersonId;
import org.springframework.stereotype.Component;

/** Lets the cast in where, and only where, the memory began with the demo's story. */
@Component
final class DemoDoor implements DemoCast {

    private static final List<Member> CAST = Stream.concat(Cast.MANAGERS.stream().map(DemoDoor::member),
            Stream.concat(Stream.of(Cast.KEEPER), Cast.ROLE_HOLDERS.stream()).map(DemoDoor::member)).toList();

    private final Journal journal;
    private volatile boolean open;

    DemoDoor(Journal journal) {
        this.journal = journal;
    }

    @Override
    public List<Member> members() {
        return isOpen() ? CAST : List.of();
    }

    /** The first fact never changes, so a door that was open once stays so. Nobody but the service can record it. */
    private boolean isOpen() {
        open = open || journal.after(0, 1)
                .stream()
                .map(first -> first.envelope())
                .anyMatch(first -> first.actor().equals(Capacities.SERVICE)
                        && String.valueOf(first.sourceRef()).startsWith(StoryTeller.SOURCE));
        return open;
    }

    private static Member member(Cast.Manager manager) {
        return new Member(new PersonId(manager.code()), manager.name(), manager.latinName(), manager.kind(),
                manager.area(), manager.latinArea(), null);
    }

    private static Member member(Cast.RoleHolder holder) {
        return new Member(new PersonId(holder.code()), holder.name(), holder.latinName(), null, null, null,
                holder.role());
    }
}
