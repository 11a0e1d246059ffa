// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import orgmemory.message.Capacity;
import orgmemory.message.Catalogue;
import orgmemory.message.IssuedBy;
import orgmemory.query.screen.Page;

/** What can be asked for on the page of people, in the order in which a new memory needs it. */
enum PeopleForm {

    INSTITUTE("RegisterInstitute"), PERSON("RegisterPerson"), MANAGER("AppointManager"), AREA("OpenArea"),
    ACCOUNTABLE("AssignAccountableManager"), ROLE("GrantRole"),
    HANDOVER("HandOverAccountability"), ENDING("EndAppointment"), REVOCATION("RevokeRole");

    private final String command;

    PeopleForm(String command) {
        this.command = command;
    }

    String command() {
        return command;
    }

    /** As it stands in addresses and bundles. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<PeopleForm> of(String word) {
        return Stream.of(values()).filter(form -> form.word().equals(word)).findFirst();
    }

    /** Whether it takes something from somebody: that happens now, and is never dated back by a form. */
    boolean ends() {
        return this == HANDOVER || this == ENDING || this == REVOCATION;
    }

    /** Whether the reader of a page may ask for it there. */
    boolean mayBeAskedFor(Page page) {
        return !page.past() && capacities().map(Capacity::name).anyMatch(page::may);
    }

    private Stream<Capacity> capacities() {
        var type = Objects.requireNonNull(Catalogue.commandsByName().get(command));
        return Stream.ofNullable(type.getAnnotation(IssuedBy.class))
                .flatMap(issuedBy -> Arrays.stream(issuedBy.value()));
    }
}
