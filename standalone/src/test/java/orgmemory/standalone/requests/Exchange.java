// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.requests;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.TreeMap;
import java.util.Map;

/**
 * An answer as it came over the wire, with its chunks put together.
 *
 * @param status 0 where the connection ended without one
 */
record Exchange(int status, Map<String, String> headers, String body) {

    private static final int LONGEST_WAIT = 60_000;

    /** Sends these very bytes on a connection of their own, and says that there are no more. */
    static Exchange of(int port, byte[] request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(LONGEST_WAIT);
            try {
                socket.getOutputStream().write(request);
                socket.shutdownOutput();
                return read(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            } catch (SocketException ended) {
                return new Exchange(0, Map.of(), "");
            }
        }
    }

    private static Exchange read(String answer) {
        int end = answer.indexOf("\r\n\r\n");
        if (!answer.startsWith("HTTP/1.1 ") || end < 0) {
            return new Exchange(answer.isEmpty() ? 0 : 999, Map.of(), answer);
        }
        var head = answer.substring(0, end).split("\r\n", -1);
        int status = Integer.parseInt(head[0].substring(9, 12));
        if (status == 100) {
            return read(answer.substring(end + 4));
        }
        var headers = new TreeMap<String, String>();
        for (int i = 1; i < head.length; i++) {
            int colon = head[i].indexOf(':');
            headers.put(head[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    head[i].substring(colon + 1).strip());
        }
        var body = answer.substring(end + 4);
        return new Exchange(status, headers,
                headers.containsKey("transfer-encoding")
                        ? body.replaceAll("(^|\r\n)[0-9a-f]+\r\n", "")
                        : body);
    }

    String type() {
        return headers.getOrDefault("content-type", "");
    }
}
