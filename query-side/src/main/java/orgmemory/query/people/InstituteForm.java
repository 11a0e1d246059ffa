// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.people;

import java.util.Set;
import org.springframework.stereotype.Component;
import orgmemory.message.Command;
import orgmemory.message.people.InstituteMessages.RegisterInstitute;
import orgmemory.query.screen.form.Draft;
import orgmemory.query.screen.form.SpecialForm;
import orgmemory.query.screen.read.TheInstitute;

/** One memory remembers one institute: whoever has named it is not asked again. */
@Component
final class InstituteForm implements SpecialForm {

    private final TheInstitute institute;

    InstituteForm(TheInstitute institute) {
        this.institute = institute;
    }

    @Override
    public Set<Class<? extends Command>> commands() {
        return Set.of(RegisterInstitute.class);
    }

    @Override
    public boolean offered(Draft draft) {
        return institute.registered().isEmpty();
    }
}
