// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import orgmemory.journal.StartRefused;

/** Where the service will listen, looked at before anything is started, so that nothing has to be stopped again. */
final class ServerPort {

    private static final int LAST = 65_535;

    private ServerPort() {
    }

    /** Refuses the start where nobody could listen there now. */
    static void refuseUnlessFree(String address, String port) {
        int number = number(port);
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), number));
        } catch (IOException e) {
            throw String.valueOf(e.getMessage()).startsWith("Address already in use")
                    ? taken(number)
                    : new StartRefused(
                            "Port " + port + " of " + address + " cannot be used: " + e.getMessage()
                                    + "; choose another with --server.port=<port>.");
        }
    }

    static StartRefused taken(int port) {
        return new StartRefused("Port " + port + " is taken; choose another with --server.port=<port>.");
    }

    private static int number(String port) {
        if (port.matches("[0-9]{1,5}") && Integer.parseInt(port) <= LAST) {
            return Integer.parseInt(port);
        }
        throw new StartRefused(
                "--server.port needs a number from 0, which is any that is free, to " + LAST + ".");
    }
}
