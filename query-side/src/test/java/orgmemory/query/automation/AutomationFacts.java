// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.automation;

import java.time.LocalDate;
import java.util.List;
import orgmemory.message.Due;
import orgmemory.message.Event;
import orgmemory.message.Subject;
import orgmemory.message.automation.FollowUpId;
import orgmemory.message.automation.FollowUpMessages.FollowUpRefused;
import orgmemory.message.automation.FollowUpMessages.FollowUpSettled;
import orgmemory.query.Facts;

/** Plausible facts about what is due and what was refused. */
final class AutomationFacts extends Facts {

    static final Subject THING = Subject.of("line", "BY2017:D4");

    /** A fact that says nothing but what is due. */
    record Reminder(List<Due> dues) implements Event {

        @Override
        public Subject stream() {
            return THING;
        }

        @Override
        public List<Subject> subjects() {
            return List.of(THING);
        }
    }

    AutomationFacts on(String day) {
        on(LocalDate.parse(day));
        return this;
    }

    AutomationFacts due(Due... dues) {
        add(new Reminder(List.of(dues)));
        return this;
    }

    AutomationFacts refused(String id, String person) {
        add(new FollowUpRefused(new FollowUpId(id), Subject.of("person", person),
                "WhenBodyRegisteredThenRegisterPerson",
                "RegisterPerson", "person.exists", "כבר מוכר אדם " + person + ".",
                "There is a person " + person + " already."));
        return this;
    }

    AutomationFacts settled(String id, String person, String how) {
        add(new FollowUpSettled(new FollowUpId(id), Subject.of("person", person), how));
        return this;
    }
}
