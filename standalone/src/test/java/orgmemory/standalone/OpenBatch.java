// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import orgmemory.message.Json;

/** A batch that stays open: some lines are sent once those before them have been answered. */
final class OpenBatch implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader answers;

    /** @param headers names and values in turn: they say who sends it */
    OpenBatch(String address, String... headers) throws IOException {
        var at = URI.create(address);
        socket = new Socket(at.getHost(), at.getPort());
        answers = new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        var head = new StringBuilder("POST /api/commands HTTP/1.1\r\nHost: " + at.getAuthority()
                + "\r\nContent-Type: application/jsonl\r\nTransfer-Encoding: chunked\r\n");
        for (int i = 0; i < headers.length; i += 2) {
            head.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
        }
        write(head + "\r\n");
    }

    /** The statuses of some lines that are sent at once. */
    List<Integer> send(String... lines) throws IOException {
        var text = String.join("\n", lines) + "\n";
        write(Integer.toHexString(text.length()) + "\r\n" + text + "\r\n");
        var statuses = new ArrayList<Integer>();
        while (statuses.size() < lines.length) {
            var line = answers.readLine();
            if (line == null) {
                throw new IOException("No more is answered");
            }
            if (line.startsWith("{")) {
                statuses.add(Json.mapper().readTree(line).required("status").intValue());
            }
        }
        return statuses;
    }

    private void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
