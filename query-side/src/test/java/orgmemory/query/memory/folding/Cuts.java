// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.folding;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

/** Connections of which one breaks at a call: whatever it had not committed is rolled back by the server. */
final class Cuts {

    private static final Set<String> STEPS = Set.of("prepareStatement", "createStatement", "commit", "unwrap",
            "setAutoCommit");

    private final int breaksAt;
    private int calls;

    private Cuts(int breaksAt) {
        this.breaksAt = breaksAt;
    }

    /** Every other break comes after the call has done its work, so that its answer is what gets lost. */
    static DataSource at(DataSource real, int call) {
        var cuts = new Cuts(call);
        return proxy(DataSource.class, (self, method, arguments) -> method.getName().equals("getConnection")
                ? cuts.connection(real.getConnection())
                : invoke(method, real, arguments));
    }

    private Connection connection(Connection connection) {
        return proxy(Connection.class, (self, method, arguments) -> {
            boolean breaks = STEPS.contains(method.getName()) && ++calls == breaksAt;
            if (!breaks) {
                return invoke(method, connection, arguments);
            }
            if (calls % 2 == 0) {
                invoke(method, connection, arguments);
            }
            connection.abort(Runnable::run);
            throw new SQLException("The connection was cut at call " + calls);
        });
    }

    private static Object invoke(Method method, Object target, Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
