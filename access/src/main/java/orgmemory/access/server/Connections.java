// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Takes in connections, so many from one address. Whoever comes when an address has all of its own takes the place of the one
 * that has been waiting longest without asking anything, and is turned away only where all are being served.
 */
final class Connections extends NioEndpoint {

    private final Map<InetAddress, Integer> counted = new HashMap<>();
    private final Set<SocketWrapperBase<?>> served = ConcurrentHashMap.newKeySet();
    private int most = Integer.MAX_VALUE;
    private Predicate<String> trusted = _ -> false;

    /** @param trustedProxies addresses behind which many people come */
    void limit(int mostPerAddress, Predicate<String> trustedProxies) {
        most = mostPerAddress;
        trusted = trustedProxies;
    }

    void serves(SocketWrapperBase<?> connection) {
        served.add(connection);
    }

    void served(SocketWrapperBase<?> connection) {
        served.remove(connection);
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        return mayStay(socket) && super.setSocketOptions(socket);
    }

    /** Counts upwards alone, and looks only where an address seems to have too many: one thread takes in all connections. */
    private boolean mayStay(SocketChannel socket) {
        try {
            var address = ((InetSocketAddress) socket.getRemoteAddress()).getAddress();
            if (trusted.test(address.getHostAddress()) || counted.merge(address, 1, Integer::sum) <= most) {
                return true;
            }
            recount();
            if (counted.getOrDefault(address, 0) >= most && !makeRoom(address)) {
                return false;
            }
            counted.merge(address, 1, Integer::sum);
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    private void recount() {
        counted.clear();
        served.removeIf(SocketWrapperBase::isClosed);
        getConnections().stream()
                .flatMap(connection -> address(connection).stream())
                .forEach(address -> counted.merge(address, 1, Integer::sum));
    }

    private boolean makeRoom(InetAddress address) {
        var longest = getConnections().stream()
                .filter(connection -> !connection.isClosed() && !served.contains(connection)
                        && address(connection).filter(address::equals).isPresent())
                .min(Comparator.comparingLong(Connections::lastRead));
        longest.ifPresent(connection -> {
            processSocket(connection, SocketEvent.ERROR, true);
            counted.computeIfPresent(address, (_, count) -> count - 1);
        });
        return longest.isPresent();
    }

    private static long lastRead(SocketWrapperBase<?> connection) {
        return connection instanceof NioSocketWrapper wrapper ? wrapper.getLastRead() : Long.MAX_VALUE;
    }

    private static Optional<InetAddress> address(SocketWrapperBase<?> connection) {
        return connection instanceof NioSocketWrapper wrapper
                ? Optional.ofNullable(wrapper.getSocket().getIOChannel())
                        .map(SocketChannel::socket)
                        .map(socket -> socket.getInetAddress())
                        .filter(Objects::nonNull)
                : Optional.empty();
    }
}
