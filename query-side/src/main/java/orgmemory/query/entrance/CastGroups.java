// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.entrance;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import orgmemory.access.account.DemoCast.Member;
import orgmemory.message.people.ManagerKind;
import orgmemory.message.people.PersonId;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.Reader;

/**
 * The demo's cast as the sign-in page offers it: those who manage by kind, then those who hold a role beside them.
 *
 * @param groups empty where there is no cast
 */
record CastGroups(List<Group> groups) {

    /** Some of them, under a title of the bundles. */
    record Group(String title, List<Card> people) {
    }

    /**
     * One of them.
     *
     * @param what the area they are accountable for; empty for those who have a role
     * @param role the key of the role's name; empty for those who manage
     */
    record Card(PersonId id, String name, String what, String role) {

        /** As beside the name of whoever is signed in. */
        public String initials() {
            return new Reader(id, name, Set.of()).initials();
        }
    }

    static CastGroups of(List<Member> members, Page page) {
        var managers = Stream.of(ManagerKind.values())
                .map(kind -> group("entrance.cast." + kind, members, member -> member.kind() == kind, page));
        var others = Stream.of(group("entrance.cast.beside", members, member -> member.kind() == null, page));
        return new CastGroups(Stream.concat(managers, others)
                .filter(group -> !group.people().isEmpty())
                .toList());
    }

    private static Group group(String title, List<Member> members, Predicate<Member> in, Page page) {
        return new Group(title, members.stream().filter(in).map(member -> card(member, page)).toList());
    }

    private static Card card(Member member, Page page) {
        var name = page.hebrew() ? member.name() : member.latinName();
        return new Card(member.personId(), name, area(member, page),
                member.role() == null ? "" : "entrance.cast.role." + member.role());
    }

    /** In English with the name that the pages know it by, which is the one its people gave it. */
    private static String area(Member member, Page page) {
        var area = Objects.requireNonNullElse(member.area(), "");
        return page.hebrew() || member.latinArea() == null ? area : member.latinArea() + " · " + area;
    }
}
