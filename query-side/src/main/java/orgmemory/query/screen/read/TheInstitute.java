// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.read;

import java.util.Optional;
import org.springframework.stereotype.Component;
import orgmemory.message.Catalogue;
import orgmemory.message.Subject;
import orgmemory.message.people.InstituteMessages.InstituteRegistered;
import orgmemory.query.memory.reading.RecordQuery;
import orgmemory.query.memory.reading.RecordReads;

/** The one institute that the memory is of, as soon as it is registered. */
@Component
public final class TheInstitute {

    private final RecordReads record;

    TheInstitute(RecordReads record) {
        this.record = record;
    }

    /** Which one it is; empty in a memory that nobody has named yet. */
    public Optional<Subject> registered() {
        var registration = new RecordQuery(null, null, null,
                Catalogue.storedAs(InstituteRegistered.class).value(), null, null, null, null, null, null,
                null,
                null, RecordQuery.Order.OLDEST, 1);
        return record.list(registration)
                .items()
                .stream()
                .map(entry -> Subject.of(entry.stream()))
                .findFirst();
    }
}
