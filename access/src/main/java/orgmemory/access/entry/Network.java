// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.entry;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** From where somebody comes, as it is counted: whoever has an address of the sixth kind has a whole network of them. */
public final class Network {

    private static final int BYTES = 8;

    private Network() {
    }

    /** The network of an address as the server tells it; what is none is left as it is. */
    static String of(String address) {
        try {
            // It is never a name, so nobody is asked for it.
            return of(InetAddress.ofLiteral(address));
        } catch (IllegalArgumentException other) {
            return address;
        }
    }

    public static String of(InetAddress address) {
        return address instanceof Inet6Address six
                ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), BYTES))
                : address.getHostAddress();
    }
}
