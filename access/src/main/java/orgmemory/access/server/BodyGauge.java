// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.server;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body as long as it comes fast enough. What counts is how long we waited for it, not how long it lay here unread:
 * some time to begin with, and for each byte that came a little more.
 */
final class BodyGauge implements InputBuffer, Patience {

    private final InputBuffer body;
    private final @Nullable SocketWrapperBase<?> connection;
    private final long leastPerSecond;
    private final long writeTimeout;
    private long graceNanos;
    private long bytes;
    private long waitedNanos;
    private @Nullable Duration patience;

    BodyGauge(InputBuffer body, @Nullable SocketWrapperBase<?> connection, Duration grace,
            long leastPerSecond) {
        this.body = body;
        this.connection = connection;
        this.graceNanos = grace.toNanos();
        this.leastPerSecond = leastPerSecond;
        this.writeTimeout = connection == null ? 0 : connection.getWriteTimeout();
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        long left = leftMillis();
        if (left <= 0) {
            throw new SocketTimeoutException("The request's body comes too slowly");
        }
        if (connection != null) {
            connection.setReadTimeout(left);
        }
        long before = System.nanoTime();
        int read = body.doRead(handler);
        waitedNanos += System.nanoTime() - before;
        bytes += Math.max(0, read);
        return read;
    }

    private long leftMillis() {
        return patience == null
                ? TimeUnit.NANOSECONDS.toMillis(graceNanos - waitedNanos) + bytes * 1000 / leastPerSecond
                : patience.toMillis();
    }

    @Override
    public int available() {
        return body.available();
    }

    @Override
    public void waitUpTo(Duration each) {
        patience = each;
        if (connection != null) {
            connection.setWriteTimeout(each.toMillis());
        }
    }

    /** For what nobody wanted to read there is little patience. */
    void hurry(Duration rest) {
        patience = null;
        bytes = 0;
        graceNanos = waitedNanos + rest.toNanos();
    }

    /** The next request on the connection begins anew. */
    void end() {
        if (connection != null) {
            connection.setWriteTimeout(writeTimeout);
        }
    }
}
