// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.oracle.postgres;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A way to the database that is cut after some number of steps, as when the process dies there: a step is the moment
 * before and the moment after each statement and each commit. Nothing passes afterwards, not even a rollback.
 */
final class CrashingDataSource {

    private static final Set<String> STEPS = Set.of("commit", "unwrap", "execute", "executeQuery",
            "executeUpdate", "executeBatch", "executeLargeBatch",
            "executeLargeUpdate");

    private final DataSource target;
    private final List<Connection> open = new ArrayList<>();
    private int stepsLeft;
    private boolean dead;

    private CrashingDataSource(DataSource target, int steps) {
        this.target = target;
        this.stepsLeft = steps;
    }

    static CrashingDataSource after(int steps, DataSource target) {
        return new CrashingDataSource(target, steps);
    }

    DataSource dataSource() {
        return (DataSource) wrapped(target, List.of(DataSource.class));
    }

    /** Whether the steps have been used up; else everything went through. */
    boolean crashed() {
        return dead;
    }

    private Object wrapped(Object real, List<Class<?>> types) {
        InvocationHandler handler = (proxy, method, arguments) -> call(real, method, arguments);
        return Proxy.newProxyInstance(getClass().getClassLoader(), types.toArray(Class<?>[]::new), handler);
    }

    private @Nullable Object call(Object real, Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (method.getName().equals("close") || method.getName().equals("isClosed")) {
            return invoke(real, method, arguments);
        }
        var step = STEPS.contains(method.getName());
        passOrDie(step);
        var answer = invoke(real, method, arguments);
        passOrDie(step);
        if (answer instanceof Connection connection && real instanceof DataSource) {
            open.add(connection);
        }
        var type = method.getReturnType();
        if (type.isInterface() && (answer instanceof Connection || answer instanceof Statement)) {
            return wrapped(answer, List.of(type));
        }
        return answer;
    }

    private static @Nullable Object invoke(Object real, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() == null ? thrown : thrown.getCause();
        }
    }

    private void passOrDie(boolean step) throws SQLException {
        if (step && !dead && stepsLeft-- == 0) {
            dead = true;
            for (var connection : open) {
                connection.abort(Runnable::run);
            }
        }
        if (dead) {
            throw new SQLException("The process died here");
        }
    }
}
