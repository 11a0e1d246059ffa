// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.people;

import java.time.LocalDate;
import orgmemory.message.Capacity;
import orgmemory.message.people.AreaId;
import orgmemory.message.people.AreaMessages.AccountabilityAssigned;
import orgmemory.message.people.AreaMessages.ResponsibilityAreaOpened;
import orgmemory.message.people.AreaType;
import orgmemory.message.people.GrantMessages.RoleGranted;
import orgmemory.message.people.DevelopmentStage;
import orgmemory.message.people.ManagerKind;
import orgmemory.message.people.ManagerMessages.LeaveStarted;
import orgmemory.message.people.ManagerMessages.ManagerAppointed;
import orgmemory.message.people.PersonId;
import orgmemory.message.people.StageMessages.StageRecorded;
import orgmemory.message.people.PersonMessages.PersonRegistered;
import orgmemory.query.Facts;
import org.jspecify.annotations.Nullable;

/** Plausible facts about people. */
public final class PeopleFacts extends Facts {

    public PeopleFacts on(String day) {
        on(LocalDate.parse(day));
        return this;
    }

    public PeopleFacts registered(String person, String name, @Nullable String latinName) {
        add(new PersonRegistered(new PersonId(person), name, latinName));
        return this;
    }

    public PeopleFacts appointed(String person, ManagerKind kind, String since, int percent) {
        add(new ManagerAppointed(new PersonId(person), kind, LocalDate.parse(since), percent));
        return this;
    }

    public PeopleFacts leave(String person, String from, @Nullable String until) {
        add(new LeaveStarted(new PersonId(person), LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until)));
        return this;
    }

    public PeopleFacts stage(DevelopmentStage stage) {
        add(new StageRecorded(stage, null));
        return this;
    }

    public PeopleFacts areaOpened(String area, String name) {
        add(new ResponsibilityAreaOpened(new AreaId(area), AreaType.DOMAIN, name));
        return this;
    }

    public PeopleFacts accountable(String area, String person, String from) {
        add(new AccountabilityAssigned(new AreaId(area), new PersonId(person), LocalDate.parse(from)));
        return this;
    }

    public PeopleFacts granted(String person, Capacity role, String from, @Nullable String until) {
        add(new RoleGranted(new PersonId(person), role, LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until)));
        return this;
    }
}
