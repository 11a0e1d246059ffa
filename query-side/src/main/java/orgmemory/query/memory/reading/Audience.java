// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.reading;

import static java.util.stream.Collectors.toCollection;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import orgmemory.message.Visibility;
import orgmemory.message.Visibility.Scope;
import org.jspecify.annotations.Nullable;

/**
 * For whom the memory is read. What they may not see is to them as though it had never been recorded: it is in no list, no
 * trail, no search and no count. Where nobody is named only that is read which all may see.
 *
 * @param names those of which a fact must name one, where not all may see it
 */
public record Audience(Set<String> names) {

    /** Whoever asks, at the moment of each read. */
    @FunctionalInterface
    public interface Asking {
        Audience now();
    }

    /** All who are let in, and nobody in particular. */
    public static final Audience ALL = new Audience(Set.of());

    private static final ScopedValue<Boolean> OPENLY = ScopedValue.newInstance();

    /** What a row of the record, under the alias r, must be for its reader to see it; takes {@link #array()}. */
    public static final String MAY_SEE = "(r.audience is null or r.audience && ?::text[])";

    /** The same as the parameter {@code audience}. */
    public static final String MAY_SEE_NAMED = "(r.audience is null or r.audience && :audience::text[])";

    private static final String FORUM = "FORUM";
    private static final String GROUPS = "GROUPS";
    private static final String GROUP = "GROUP/";
    private static final String PERSON = "PERSON/";

    /**
     * What a person may see today.
     *
     * @param person     their id
     * @param takesPart  whether they manage or hold a role
     * @param seesGroups whether they keep or audit the memory
     * @param groups     the ids of the groups that they are a member of
     */
    public static Audience of(String person, boolean takesPart, boolean seesGroups, Stream<String> groups) {
        var names = groups.map(group -> GROUP + group).collect(toCollection(HashSet::new));
        names.add(PERSON + person);
        if (takesPart) {
            names.add(FORUM);
        }
        if (seesGroups) {
            names.add(GROUPS);
        }
        return new Audience(Set.copyOf(names));
    }

    /** Reads as by nobody in particular: what is read is kept for others too. */
    public static <T> T openly(Supplier<T> read) {
        return ScopedValue.where(OPENLY, true).call(read::get);
    }

    /** Whether it is read as by nobody in particular. */
    public static boolean isOpenly() {
        return OPENLY.isBound();
    }

    /** Those who may see a fact; null where all who are let in may. */
    public static @Nullable List<String> of(Visibility visibility) {
        return switch (visibility.scope()) {
            case PUBLIC, INSTITUTE -> null;
            case FORUM -> List.of(FORUM);
            case GROUP -> List.of(GROUPS, GROUP + visibility.to().getFirst());
            case PARTIES -> visibility.to().stream().map(id -> PERSON + id).toList();
        };
    }

    /** Whether they may see what is visible so. */
    public boolean maySee(Visibility visibility) {
        var those = of(visibility);
        return those == null || those.stream().anyMatch(names::contains);
    }

    /** Whether they may read a view. */
    boolean maySee(Scope scope) {
        return scope.compareTo(Scope.INSTITUTE) <= 0 || (scope == Scope.FORUM && names.contains(FORUM));
    }

    /** As a statement takes them. */
    public String[] array() {
        return names.toArray(String[]::new);
    }
}
