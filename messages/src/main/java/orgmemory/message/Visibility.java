// SPDX-License-Identifier: Apache-2.0
package orgmemory.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Who may see a fact and its history, from the widest to the narrowest. It is written {@code INSTITUTE},
 * {@code GROUP(LG-1)}, {@code PARTIES(D4,P6)}. The rights of today decide, whatever the moment that is asked about.
 *
 * @param scope how widely
 * @param to    the ids of the group or of the persons; of all else none
 */
public record Visibility(Scope scope, List<String> to) {

    /** How widely something may be seen. */
    public enum Scope {
        /** By everybody. */
        PUBLIC,
        /** By all who are let in. */
        INSTITUTE,
        /** By whoever manages or holds a role. */
        FORUM,
        /** By a group's members, and by those who keep or audit the memory. */
        GROUP,
        /** By the persons who are named, and nobody else. */
        PARTIES;

        private boolean isNamed() {
            return this == GROUP || this == PARTIES;
        }
    }

    public static final Visibility PUBLIC = new Visibility(Scope.PUBLIC, List.of());
    public static final Visibility INSTITUTE = new Visibility(Scope.INSTITUTE, List.of());
    public static final Visibility FORUM = new Visibility(Scope.FORUM, List.of());

    /** Persons enough for any conversation that is not the forum's. */
    private static final int MOST_PARTIES = 50;

    /** {@link IllegalArgumentException} {@code visibility.form} where it names nobody, too many, or whom it should not. */
    public Visibility {
        to = List.copyOf(to);
        int most = scope == Scope.PARTIES ? MOST_PARTIES : scope == Scope.GROUP ? 1 : 0;
        if (to.size() > most || (scope.isNamed() && to.isEmpty())
                || !to.stream().allMatch(id -> id.matches(Ids.FORM))) {
            throw new IllegalArgumentException("visibility.form");
        }
    }

    /** By a group's members. */
    public static Visibility group(Id group) {
        return new Visibility(Scope.GROUP, List.of(group.value()));
    }

    /** By these persons. */
    public static Visibility parties(List<? extends Id> persons) {
        return new Visibility(Scope.PARTIES, persons.stream().map(Id::value).distinct().toList());
    }

    /** Reads what {@link #toString()} wrote; {@link IllegalArgumentException} {@code visibility.form} for anything else. */
    @JsonCreator
    public static Visibility of(String text) {
        int open = text.indexOf('(');
        boolean named = open > 0 && text.endsWith(")");
        var scope = named ? text.substring(0, open) : text;
        var found = Arrays.stream(Scope.values())
                .filter(each -> each.name().equals(scope))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("visibility.form"));
        return new Visibility(found, named
                ? List.of(text.substring(open + 1, text.length() - 1).split(",", -1))
                : List.of());
    }

    /** Whether it may be seen by fewer than another scope says. */
    public boolean narrowerThan(Scope other) {
        return scope.compareTo(other) > 0;
    }

    /** Whether all who are let in may see it. */
    public boolean isOpen() {
        return !narrowerThan(Scope.INSTITUTE);
    }

    @JsonValue
    @Override
    public String toString() {
        return to.isEmpty()
                ? scope.name()
                : to.stream().collect(Collectors.joining(",", scope.name() + "(", ")"));
    }
}
