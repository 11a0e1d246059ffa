// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.wiring;

import java.util.List;
import orgmemory.command.budget.BudgetYear;
import orgmemory.command.people.AccessGrant;
import orgmemory.command.people.Account;
import orgmemory.command.people.Body;
import orgmemory.command.people.Institute;
import orgmemory.command.people.Manager;
import orgmemory.command.people.Person;
import orgmemory.command.people.ResponsibilityArea;

/** All aggregates there are. A new one is one line here. */
final class Aggregates {

    static final List<Class<?>> ALL = List.of(Institute.class, Person.class, Body.class, Manager.class,
            ResponsibilityArea.class, AccessGrant.class, Account.class, BudgetYear.class);

    private Aggregates() {
    }
}
