// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.server;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Adapter;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** Reads a connection's requests. Each part of a head that comes late leaves less time for the rest. */
final class PatientProcessor extends Http11Processor {

    /** Where a request keeps its connection, so that a batch can ask for more patience. The first ones are the server's. */
    static final int CONNECTION = 20;

    private final PatientProtocol protocol;

    /** When the first of the present head came; 0 where none is under way. */
    private long headBegun;

    PatientProcessor(PatientProtocol protocol, Adapter adapter) {
        super(protocol, adapter);
        this.protocol = protocol;
    }

    @Override
    public SocketState process(SocketWrapperBase<?> connection, SocketEvent event) throws IOException {
        protocol.connections().begin(connection);
        var state = SocketState.CLOSED;
        try {
            state = super.process(connection, event);
            return state;
        } finally {
            // What is answered later ends by an event of its own.
            if (state == SocketState.CLOSED || !isAsync()) {
                protocol.connections().end(connection);
            }
        }
    }

    @Override
    public SocketState service(SocketWrapperBase<?> connection) throws IOException {
        boolean goesOn = headBegun != 0 && connection.equals(request.getNote(CONNECTION));
        headBegun = goesOn ? headBegun : System.nanoTime();
        request.setNote(CONNECTION, connection);
        var state = super.service(connection);
        if (state == SocketState.LONG && !isAsync()) {
            return waits(connection);
        }
        headBegun = 0;
        return state;
    }

    private SocketState waits(SocketWrapperBase<?> connection) {
        long left = protocol.headMillis() - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - headBegun);
        if (left <= 0) {
            headBegun = 0;
            return SocketState.CLOSED;
        }
        connection.setReadTimeout(left);
        return SocketState.LONG;
    }
}
