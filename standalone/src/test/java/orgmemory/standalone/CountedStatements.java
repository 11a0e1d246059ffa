// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL under addresses that begin with {@code jdbc:counted:}. What is sent there on threads of requests, which are
 * virtual ones, is noted; what goes on beside them is not.
 */
final class CountedStatements implements Driver {

    private static final String PREFIX = "jdbc:counted:";
    private static final CopyOnWriteArrayList<String> SENT = new CopyOnWriteArrayList<>();

    private CountedStatements() {
    }

    /** The address under which all that is sent is counted. */
    static String counted(String address) throws SQLException {
        DriverManager.registerDriver(new CountedStatements());
        return PREFIX + address.substring("jdbc:".length());
    }

    /** What requests send to the database while this is done. */
    static List<String> during(Runnable work) {
        SENT.clear();
        work.run();
        return List.copyOf(SENT);
    }

    @Override
    public @Nullable Connection connect(String address, Properties properties) throws SQLException {
        return acceptsURL(address)
                ? noting(Connection.class,
                        DriverManager.getConnection("jdbc:" + address.substring(PREFIX.length()), properties),
                        "")
                : null;
    }

    @Override
    public boolean acceptsURL(String address) {
        return address.startsWith(PREFIX);
    }

    private static <T> T noting(Class<T> type, Object real, String sql) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (proxy, method, arguments) -> invoke(real, method, arguments, sql)));
    }

    private static @Nullable Object invoke(Object real, Method method,
            Object @Nullable [] arguments, String sql) throws Throwable {
        var text = arguments != null && arguments[0] instanceof String given ? given : sql;
        if (isSent(method) && Thread.currentThread().isVirtual()) {
            SENT.add(text.isEmpty() ? method.getName() : text);
        }
        try {
            var answer = method.invoke(real, arguments);
            return switch (answer) {
                case PreparedStatement prepared when method.getName().equals("prepareStatement") ->
                    noting(PreparedStatement.class, prepared, text);
                case Statement statement when method.getName().equals("createStatement") ->
                    noting(Statement.class, statement, "");
                case null, default -> answer;
            };
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    /** Each of these is a way to the database and back. */
    private static boolean isSent(Method method) {
        return method.getName().startsWith("execute") || method.getName().equals("commit")
                || method.getName().equals("setTransactionIsolation");
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String address, Properties properties) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }
}
