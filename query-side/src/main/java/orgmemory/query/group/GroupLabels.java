// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.group;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import orgmemory.access.Sentences;
import orgmemory.message.group.MembershipId;
import orgmemory.query.memory.BitemporalPoint;
import orgmemory.query.screen.Fmt;
import orgmemory.query.screen.read.Labels;
import orgmemory.query.screen.read.Names;
import orgmemory.query.screen.read.States;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A group is called by its topic, a membership by who and which group. */
@Component
final class GroupLabels implements Labels {

    private final States states;
    private final Groups groups;
    private final ObjectProvider<Names> names;
    private final Sentences words;

    GroupLabels(States states, Groups groups, ObjectProvider<Names> names, Sentences words) {
        this.states = states;
        this.groups = groups;
        this.names = names;
        this.words = words;
    }

    @Override
    public boolean knows(String type) {
        return type.equals("group") || type.equals("membership");
    }

    @Override
    public Optional<String> label(String type, String id, Locale language) {
        if (type.equals("group")) {
            return states.one(groups, id, BitemporalPoint.NOW)
                    .flatMap(state -> Optional.ofNullable(state.it().topic()));
        }
        var membership = new MembershipId(id);
        var called = names.getObject().in(language);
        return Optional.of(words.say("label.membership",
                List.of(Fmt.apart(called.of(membership.person().subject())),
                        Fmt.apart(called.of(membership.group().subject()))),
                language));
    }
}
