// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import orgmemory.access.HttpProblem;
import orgmemory.access.account.Insiders;
import orgmemory.journal.JournalUnavailable;
import orgmemory.message.Ids;
import orgmemory.message.Rejected;
import orgmemory.message.people.AccountMessages.TakeAccessAway;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Of two keepers who take each other's access away at the same moment, one stays, whichever processes they ask: such commands
 * are taken one after another on a database, and only from whoever is still let in.
 */
public final class AccessOrder {

    private static final String TAKE_AWAY = TakeAccessAway.class.getSimpleName();
    private static final String TAKE = "set local lock_timeout = '10s'; select pg_advisory_xact_lock(4015201702)";
    private static final Logger LOG = LoggerFactory.getLogger(AccessOrder.class);

    private final Insiders insiders;
    private final DataSource source;

    /** Of one process one connection at most waits for the others. */
    private final ReentrantLock turn = new ReentrantLock();

    public AccessOrder(Insiders insiders, DataSource source) {
        this.insiders = insiders;
        this.source = source;
    }

    /** Does the work, in its turn where it takes access away. */
    <T> T keep(CommandRequest request, Supplier<T> work) {
        if (!request.command().equals(TAKE_AWAY)) {
            return work.get();
        }
        turn.lock();
        try {
            var holding = takeAmongProcesses();
            try {
                mayTakeAway(request);
                return work.get();
            } finally {
                giveBack(holding);
            }
        } finally {
            turn.unlock();
        }
    }

    private Connection takeAmongProcesses() {
        try {
            var connection = source.getConnection();
            try (var statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute(TAKE);
                return connection;
            } catch (SQLException failed) {
                giveBack(connection);
                throw failed;
            }
        } catch (SQLException away) {
            throw new JournalUnavailable("The turn to take access away did not come", away);
        }
    }

    /** Where this fails the turn has gone with the connection, and what was done in it stands. */
    private static void giveBack(Connection connection) {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException lost) {
            LOG.debug("The connection of the turn was lost", lost);
        }
    }

    private void mayTakeAway(CommandRequest request) {
        if (!insiders.mayComeIn(new PersonId(request.actor().id()))) {
            throw new HttpProblem(403, "account.none");
        }
        var leaving = text(request.body().get("personId"));
        // What is no id is refused as any other field, with its name.
        if (leaving.matches(Ids.FORM) && !insiders.hasAccount(new PersonId(leaving))) {
            throw Rejected.unknown("account.unknown", leaving);
        }
    }

    private static String text(@Nullable JsonNode node) {
        return node == null || !node.isString() ? "" : node.stringValue();
    }
}
