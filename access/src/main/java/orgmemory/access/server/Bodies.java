// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.server;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/** Puts every request's body through a gauge, and reads on for a moment where an answer came before the body's end. */
final class Bodies extends ValveBase {

    /** A sender that is still sending hears its answer only once it has finished; beyond this it has to do without. */
    private static final Duration REST = Duration.ofSeconds(2);
    private static final long LARGEST_REST = 64L << 20;

    private final Duration grace;
    private final long leastPerSecond;

    Bodies(Duration grace, long leastPerSecond) {
        super(true);
        this.grace = grace;
        this.leastPerSecond = leastPerSecond;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var coyote = request.getCoyoteRequest();
        var plain = coyote.getInputBuffer();
        var connection = coyote.getNote(PatientProcessor.CONNECTION) instanceof SocketWrapperBase<?> known
                ? known
                : null;
        var gauge = new BodyGauge(plain, connection, grace, leastPerSecond);
        coyote.setInputBuffer(gauge);
        request.setAttribute(Patience.class.getName(), gauge);
        try {
            getNext().invoke(request, response);
            if (!request.isAsync() && !isRead(coyote) && !coyote.hasExpectation()) {
                response.finishResponse();
                readOn(coyote, gauge);
            }
        } finally {
            coyote.setInputBuffer(plain);
            gauge.end();
        }
    }

    private static boolean isRead(org.apache.coyote.Request request) {
        var read = new AtomicBoolean();
        request.action(ActionCode.REQUEST_BODY_FULLY_READ, read);
        return read.get();
    }

    private static void readOn(org.apache.coyote.Request request, BodyGauge gauge) {
        gauge.hurry(REST);
        var thrownAway = new ThrownAway();
        try {
            while (thrownAway.bytes < LARGEST_REST && request.doRead(thrownAway) >= 0) {
                thrownAway.count();
            }
        } catch (IOException goneOrSlow) {
            // Then there is nobody to wait for.
        }
        if (!isRead(request)) {
            request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    private static final class ThrownAway implements ApplicationBufferHandler {

        private @Nullable ByteBuffer last;
        private long bytes;

        private void count() {
            bytes += last == null ? 0 : last.remaining();
        }

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            last = buffer;
        }

        @Override
        public @Nullable ByteBuffer getByteBuffer() {
            return last;
        }

        @Override
        public void expand(int size) {
            // Nothing is kept.
        }
    }
}
