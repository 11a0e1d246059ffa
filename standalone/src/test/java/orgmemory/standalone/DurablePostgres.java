// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;

/** A PostgreSQL that somebody else runs, and that keeps what it commits. */
final class DurablePostgres {

    private DurablePostgres() {
    }

    static EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    /** How a memory is told to work on a server. */
    static String option(EmbeddedPostgres server) {
        return "--memory.database.url=" + server.getJdbcUrl("postgres", "postgres");
    }
}
