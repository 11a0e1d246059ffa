// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.group;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import orgmemory.message.Command;
import orgmemory.message.group.GroupMessages.ActivateGroup;
import orgmemory.message.group.GroupMessages.AgreeGroupCharter;
import orgmemory.message.group.MembershipMessages.EndGroupMembership;
import orgmemory.message.group.MembershipMessages.JoinLearningGroup;
import orgmemory.message.group.MembershipMessages.LeaveGroup;
import orgmemory.query.group.Group.GroupStage;
import orgmemory.query.group.Group.Member;
import orgmemory.query.screen.Page;

/** What the reader may do about a group now, as far as its state tells beforehand. Nothing in the past. */
public record GroupActions(Page page, Group it) {

    private static final int FEWEST = 3;

    /** What one does for oneself, and what carries the whole on, by name. */
    public List<String> ways() {
        return names(JoinLearningGroup.class, ActivateGroup.class, LeaveGroup.class,
                EndGroupMembership.class);
    }

    /** Whether the reader may agree the charter for all. */
    public boolean charter() {
        return may(AgreeGroupCharter.class);
    }

    /** Whether the reader is a member; a guest is none. */
    public boolean member() {
        return inside().filter(each -> !each.guest()).isPresent();
    }

    boolean may(Class<? extends Command> command) {
        if (page.past() || page.reader() == null) {
            return false;
        }
        boolean records = page.may("REC") || page.may("MEM");
        if (command == JoinLearningGroup.class) {
            return records || ((page.may("MGR") || page.may("MM")) && inside().isEmpty());
        }
        if (command == LeaveGroup.class) {
            return page.may("REC") || inside().isPresent();
        }
        if (command == EndGroupMembership.class) {
            return page.may("MEM") && !it.members().isEmpty();
        }
        if (command == ActivateGroup.class) {
            return it.state() == GroupStage.FORMING && it.members().size() >= FEWEST && (records || member());
        }
        return records || member();
    }

    private Optional<Member> inside() {
        return Optional.ofNullable(page.reader()).flatMap(reader -> it.inside(reader.id()));
    }

    @SafeVarargs
    private List<String> names(Class<? extends Command>... commands) {
        return Stream.of(commands).filter(this::may).<String>map(Class::getSimpleName).toList();
    }
}
