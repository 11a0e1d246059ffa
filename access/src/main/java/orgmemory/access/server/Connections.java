// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import orgmemory.access.entry.Network;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Takes in connections, so many from one address. Whoever comes when an address has all of its own takes the place of the one
 * that has been waiting longest without asking anything, and is turned away only where all are being served.
 */
final class Connections extends NioEndpoint {

    private final NetworkCount counts = new NetworkCount(this::open);
    private final Set<SocketWrapperBase<?>> inService = ConcurrentHashMap.newKeySet();
    private int most = Integer.MAX_VALUE;
    private Predicate<String> trusted = _ -> false;

    /** @param trustedProxies addresses behind which many people come */
    void limit(int mostPerAddress, Predicate<String> trustedProxies) {
        most = mostPerAddress;
        trusted = trustedProxies;
    }

    /** Something is done for whoever is behind it: until that ends it gives way to nobody. */
    void begin(SocketWrapperBase<?> connection) {
        inService.add(connection);
    }

    void end(SocketWrapperBase<?> connection) {
        inService.remove(connection);
    }

    /** How many give way to nobody at present. */
    int inService() {
        return inService.size();
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        if (mayStay(socket)) {
            return super.setSocketOptions(socket);
        }
        // The server itself closes only what it has taken in.
        destroySocket(socket);
        return false;
    }

    /** Looks only where an address seems to have too many. */
    private boolean mayStay(SocketChannel socket) {
        try {
            var address = ((InetSocketAddress) socket.getRemoteAddress()).getAddress();
            var network = Network.of(address);
            if (trusted.test(address.getHostAddress()) || counts.add(network) <= most) {
                return true;
            }
            counts.renew();
            if (counts.of(network) >= most && !makeRoom(network)) {
                return false;
            }
            counts.add(network);
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    private Stream<String> open() {
        inService.removeIf(SocketWrapperBase::isClosed);
        return getConnections().stream().flatMap(connection -> network(connection).stream());
    }

    private boolean makeRoom(String network) {
        var longest = getConnections().stream()
                .filter(connection -> !connection.isClosed() && !inService.contains(connection)
                        && network(connection).filter(network::equals).isPresent())
                .min(Comparator.comparingLong(Connections::lastRead));
        longest.ifPresent(connection -> {
            processSocket(connection, SocketEvent.ERROR, true);
            counts.remove(network);
        });
        return longest.isPresent();
    }

    private static long lastRead(SocketWrapperBase<?> connection) {
        return connection instanceof NioSocketWrapper wrapper ? wrapper.getLastRead() : Long.MAX_VALUE;
    }

    private static Optional<String> network(SocketWrapperBase<?> connection) {
        return connection instanceof NioSocketWrapper wrapper
                ? Optional.ofNullable(wrapper.getSocket().getIOChannel())
                        .map(SocketChannel::socket)
                        .map(Socket::getInetAddress)
                        .map(Network::of)
                : Optional.empty();
    }
}
