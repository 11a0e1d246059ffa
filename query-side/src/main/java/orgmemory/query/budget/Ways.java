// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import orgmemory.message.Catalogue;
import orgmemory.message.Command;

/** What can be done with a proposal or an offer: the commands of its group, so that a new one need not be listed. */
public final class Ways {

    private Ways() {
    }

    /** All commands of a group. */
    public static Set<Class<? extends Command>> all(Class<? extends Command> group) {
        return Catalogue.commands().filter(group::isAssignableFrom).collect(toUnmodifiableSet());
    }

    /** The names of those that may be offered, what accepts first. */
    public static List<String> of(Class<? extends Command> group,
            Predicate<Class<? extends Command>> offered) {
        return Catalogue.commands()
                .filter(group::isAssignableFrom)
                .filter(offered)
                .map(Class::getSimpleName)
                .sorted(comparing(name -> !name.startsWith("Accept")))
                .toList();
    }
}
