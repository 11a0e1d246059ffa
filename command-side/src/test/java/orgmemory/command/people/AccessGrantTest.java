// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.people;

import static orgmemory.message.Capacity.BST;
import static orgmemory.message.Capacity.MEM;
import static orgmemory.message.Capacity.MGR;
import static orgmemory.message.Capacity.REC;
import static orgmemory.message.Rejected.Kind.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import orgmemory.command.DecisionContext;
import orgmemory.command.Refused;
import orgmemory.command.World;
import orgmemory.message.Capacity;
import orgmemory.message.people.GrantMessages.GrantEvent;
import orgmemory.message.people.GrantMessages.GrantRole;
import orgmemory.message.people.GrantMessages.RevokeRole;
import orgmemory.message.people.GrantMessages.RoleGranted;
import orgmemory.message.people.GrantMessages.RoleRevoked;
import orgmemory.message.people.PersonId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AccessGrantTest {

    private final World world = new World().on("2016-09-01").person("MEM").person("X");
    private final LocalDate day = world.day();

    @Test
    void holds_from_its_day_unless_another_is_given() {
        assertThat(grant(BST, null, null, keeper())).isEqualTo(granted(BST, day, null));
        assertThat(grant(BST, day.plusDays(3), day.plusDays(9), keeper()))
                .isEqualTo(granted(BST, day.plusDays(3), day.plusDays(9)));
    }

    @Test
    void is_of_roles_that_are_granted() {
        Refused.with("grant.not-grantable", () -> grant(MGR, null, null, keeper()));
    }

    @Test
    void is_to_somebody_else_even_where_it_is_imported() {
        var toOneself = new GrantRole(new PersonId("MEM"), BST, null, null);

        Refused.with("grant.to-oneself",
                () -> AccessGrant.grant(AccessGrant.State.NONE, toOneself, keeper()));
        Refused.with("grant.to-oneself",
                () -> AccessGrant.grant(AccessGrant.State.NONE, toOneself, world.importing()));
    }

    @Test
    void is_to_somebody_known() {
        Refused.with(UNKNOWN, "person.unknown", () -> AccessGrant.grant(AccessGrant.State.NONE,
                new GrantRole(new PersonId("Y"), BST, null, null), world.importing()));
    }

    @Test
    void ends_no_sooner_than_it_begins() {
        assertThat(grant(BST, day, day, keeper())).isEqualTo(granted(BST, day, day));
        Refused.with("grant.until-before-from", () -> grant(BST, day, day.minusDays(1), keeper()));
    }

    @Test
    void begins_no_sooner_than_it_was_made() {
        Refused.with("from.before-occurred-on", () -> grant(BST, day.minusDays(1), null, keeper()));
    }

    @Test
    void gives_a_role_once_on_any_day() {
        world.happened(granted(BST, day, day.plusDays(9)));

        Refused.with("grant.overlaps", () -> grant(BST, day.plusDays(9), null, keeper()));
        assertThat(grant(BST, day.plusDays(10), null, keeper()).role()).isEqualTo(BST);
        assertThat(grant(REC, day, null, keeper()).role()).isEqualTo(REC);
    }

    @Test
    void goes_on_in_the_order_of_its_days() {
        world.happened(granted(BST, day, null)).on("2016-08-31").person("X");

        Refused.with("occurred-on.before-last-fact", () -> grant(REC, null, null, keeper()));
    }

    @Test
    void is_revoked_while_it_holds_or_is_to_hold() {
        Refused.with("grant.none-to-revoke", () -> revoke(BST, null));
        world.happened(granted(BST, day, day.plusDays(9)));

        assertThat(revoke(BST, day.plusDays(9))).isEqualTo(revoked("X", day.plusDays(9)));
        Refused.with("grant.none-to-revoke", () -> revoke(BST, day.plusDays(10)));
        Refused.with("grant.none-to-revoke", () -> revoke(REC, null));
        world.happened(revoked("X", day));
        Refused.with("grant.none-to-revoke", () -> revoke(BST, null));
    }

    @Test
    void that_was_revoked_is_not_given_back_by_a_correction_of_ones_own() {
        Refused.with("grant.back-to-oneself",
                () -> new AccessGrant().mayCorrect(revoked("MEM", day), keeper()));
        new AccessGrant().mayCorrect(revoked("X", day), keeper());
    }

    private DecisionContext keeper() {
        return world.who("MEM", MEM);
    }

    private static RoleGranted granted(Capacity role, LocalDate from, @Nullable LocalDate until) {
        return new RoleGranted(new PersonId("X"), role, from, until);
    }

    private RoleGranted grant(Capacity role, @Nullable LocalDate from, @Nullable LocalDate until,
            DecisionContext context) {
        return AccessGrant.grant(state(), new GrantRole(new PersonId("X"), role, from, until), context);
    }

    private static RoleRevoked revoked(String person, LocalDate from) {
        return new RoleRevoked(new PersonId(person), BST, from, null);
    }

    private RoleRevoked revoke(Capacity role, @Nullable LocalDate from) {
        return AccessGrant.revoke(state(), new RevokeRole(new PersonId("X"), role, from, null), keeper());
    }

    private AccessGrant.State state() {
        return world.state(AccessGrant.State.NONE,
                (known, event, envelope) -> event instanceof GrantEvent grant
                        ? new AccessGrant().evolve(known, grant, envelope)
                        : known);
    }
}
