// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import orgmemory.access.account.Links.Link;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Wherever the database is lost, its connection is given back. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TurnTest {

    private static final Link LINK = new Link(UUID.randomUUID(), null);

    private final List<String> asked = new ArrayList<>();
    private String lostAt = "";
    private boolean free = true;

    @ParameterizedTest
    @ValueSource(strings = {"setAutoCommit", "prepareStatement", "executeQuery", "getBoolean"})
    void a_turn_that_cannot_be_taken_leaves_nothing_open(String question) {
        lostAt = question;

        assertThatThrownBy(() -> Turn.of(source(), LINK)).hasMessage("503 status.503");
        assertThat(asked).last().isEqualTo("Connection.close");
    }

    @Test
    void a_turn_that_somebody_else_has_leaves_nothing_open() {
        free = false;

        assertThatThrownBy(() -> Turn.of(source(), LINK)).hasMessage("409 link.in-use");
        assertThat(asked).last().isEqualTo("Connection.close");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rollback", "setAutoCommit", "close"})
    void what_was_done_in_a_turn_stands_though_its_end_is_lost(String question) {
        try (var _ = Turn.of(source(), LINK)) {
            lostAt = question;
        }
        assertThat(asked).last().isEqualTo("Connection.close");
    }

    private DataSource source() {
        return new AbstractDataSource() {

            @Override
            public Connection getConnection() {
                return (Connection) answering(Connection.class);
            }

            @Override
            public Connection getConnection(String user, String password) {
                return getConnection();
            }
        };
    }

    /** JDBC that answers whether the turn is free, and is lost where the test says so. */
    private Object answering(Class<?> type) {
        InvocationHandler answer = (_, method, _) -> {
            asked.add(type.getSimpleName() + "." + method.getName());
            if (method.getName().equals(lostAt)) {
                throw new SQLException("lost at " + lostAt);
            }
            return answer(method.getReturnType());
        };
        return Proxy.newProxyInstance(TurnTest.class.getClassLoader(), new Class<?>[] {type}, answer);
    }

    private @Nullable Object answer(Class<?> type) {
        if (type == boolean.class) {
            return free;
        }
        return type.isInterface() ? answering(type) : null;
    }
}
