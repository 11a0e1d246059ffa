// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import orgmemory.access.account.Accounts;
import orgmemory.access.account.Admission;
import orgmemory.access.account.Tokens;
import orgmemory.journal.Database;
import orgmemory.journal.Journal;
import orgmemory.message.people.PersonId;

/**
 * A fact about access and what it brings about are there together or not at all: the commit that writes both is stopped in the
 * middle, and cut there, as when the service or its database is killed.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(MembersAtHome.class)
class AccessCrashTest {

    private static final PersonId AMIT = new PersonId("C1");

    private static RunningMemory memory;
    private static Members members;

    @BeforeAll
    static void meet(Members shared) {
        members = shared;
        memory = members.memory();
    }

    @Test
    void between_the_fact_and_what_it_brings_about_there_is_nothing() throws Exception {
        members.register("C1", "Amit");
        var admission = memory.bean(Admission.class);
        var ruth = new PersonId(members.keeperId());

        cut("access.link", "people.person-invited", () -> links() == 1, () -> admission.invite(AMIT, ruth));
        var link = "/welcome/" + admission.invite(AMIT, ruth);
        var amit = new Visitor(memory.address());
        amit.get(link);
        cut("access.account", "people.account-opened", () -> memory.bean(Accounts.class).has(AMIT),
                () -> members.comeIn(amit, link, "amit"));
        assertThat(amit.get("/account").statusCode()).isEqualTo(200);
        cut("access.token", "people.token-made", () -> !memory.bean(Tokens.class).of(AMIT).isEmpty(),
                () -> admission.ownToken(AMIT, "mine"));
        cut("access.account", "people.password-changed", () -> sessions() == 0, () -> {
            admission.changePassword(AMIT, Members.PASSWORD, Members.ANOTHER, false);
            return 0;
        });
        cut("access.link", "people.password-reset-offered", () -> links() == 1,
                () -> admission.invite(AMIT, ruth));
        var token = memory.bean(Tokens.class).of(AMIT).getFirst().id();
        cut("access.token", "people.token-revoked", () -> memory.bean(Tokens.class).of(AMIT).isEmpty(),
                () -> {
                    admission.revokeToken(AMIT, token);
                    return 0;
                });
        cut("access.account", "people.access-taken-away", () -> !memory.bean(Accounts.class).has(AMIT),
                () -> {
                    admission.showOut(AMIT, ruth);
                    return 0;
                });
    }

    /** While the commit cannot write its rows it is cut: nothing is there then, and all of it once it was tried again. */
    private static void cut(String table, String fact, BooleanSupplier effect, Callable<?> step)
            throws Exception {
        try (var steps = Executors.newVirtualThreadPerTaskExecutor();
                var stopping = memory.bean(StandaloneDatabase.class).application().getConnection();
                var statement = stopping.createStatement()) {
            statement.execute("reset role");
            stopping.setAutoCommit(false);
            statement.execute("lock table " + table + " in share row exclusive mode");
            var done = steps.submit(step);
            var backend = waiting(statement);
            assertThat(last()).as("the fact before its effect").isNotEqualTo(fact);
            assertThat(effect.getAsBoolean()).as("the effect of %s before it", fact).isFalse();
            statement.execute("select pg_terminate_backend(" + backend + ")");
            assertThat(last()).isNotEqualTo(fact);
            assertThat(effect.getAsBoolean()).as("the effect of %s after the cut", fact).isFalse();
            end(stopping, statement);
            done.get(60, TimeUnit.SECONDS);
            assertThat(last()).isEqualTo(fact);
            assertThat(effect.getAsBoolean()).as("the effect of %s", fact).isTrue();
        }
    }

    private static void end(Connection stopping, Statement statement) throws SQLException {
        stopping.commit();
        stopping.setAutoCommit(true);
        statement.execute(Database.AS_APPLICATION);
    }

    /** The process of whoever waits for what is locked, once somebody does. */
    private static int waiting(Statement statement) throws SQLException {
        var limit = Instant.now().plus(Duration.ofSeconds(60));
        while (Instant.now().isBefore(limit)) {
            try (var rows = statement.executeQuery("select pid from pg_locks where not granted limit 1")) {
                if (rows.next()) {
                    return rows.getInt(1);
                }
            }
        }
        throw new AssertionError("Nobody waits");
    }

    private static String last() {
        var journal = memory.bean(Journal.class);
        return journal.after(journal.head() - 1, 1).getFirst().name();
    }

    private static int links() {
        return count("select count(*) from access.link where person = 'C1' and used_at is null "
                + "and withdrawn_at is null");
    }

    private static int sessions() {
        return count("select count(*) from access.session where principal_name = 'C1'");
    }

    private static int count(String sql) {
        return JdbcClient.create(memory.bean(StandaloneDatabase.class).application())
                .sql(sql)
                .query(Integer.class)
                .single();
    }
}
