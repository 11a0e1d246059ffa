// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.reading;

import java.util.Optional;
import javax.sql.DataSource;

/** Reads the record: every event, one row each, as it was recorded. */
@SuppressWarnings("DoNotCallSuggester")
public final class RecordReads {

    public RecordReads(DataSource dataSource) {
    }

    /** A page of events in the order of their positions. */
    public RecordPage list(RecordQuery query) {
        throw new UnsupportedOperationException();
    }

    /** One event; empty where there is none of the id. */
    public Optional<RecordEntry> event(String eventId) {
        throw new UnsupportedOperationException();
    }
}
