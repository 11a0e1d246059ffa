// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.server;

import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;

/**
 * HTTP as the server speaks it, with an end to what never ends: a request's head has its time however slowly it comes, and an
 * address has its number of connections. Made by the server under its name, and told its limits by {@link Limited}.
 */
public final class PatientProtocol extends Http11NioProtocol {

    private final Connections connections;
    private long headMillis;

    public PatientProtocol() {
        this(new Connections());
    }

    private PatientProtocol(Connections connections) {
        super(connections);
        this.connections = connections;
    }

    void limit(Limited.Allowed allowed) {
        headMillis = allowed.head().toMillis();
        connections.limit(allowed.connectionsPerAddress(), allowed.trusted());
        setConnectionTimeout((int) headMillis);
        setKeepAliveTimeout((int) allowed.idle().toMillis());
    }

    long headMillis() {
        return headMillis;
    }

    Connections connections() {
        return connections;
    }

    @Override
    protected Processor createProcessor() {
        return new PatientProcessor(this, getAdapter());
    }
}
