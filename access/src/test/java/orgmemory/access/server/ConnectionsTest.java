// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose connection gives way where an address has all of its own, and each was answered by another thread than asked. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConnectionsTest {

    private static final int MOST = 3;
    private static final int LONGEST_WAIT = 20;
    private static final String TAKEN = "HTTP/1.1 200 ";

    private final Tomcat server = new Tomcat();
    private final PatientProtocol protocol = new PatientProtocol();
    private final BlockingQueue<AsyncContext> asked = new LinkedBlockingQueue<>();
    private final List<Socket> open = new ArrayList<>();

    @BeforeEach
    void start(@TempDir Path folder) throws LifecycleException {
        server.setBaseDir(folder.toString());
        protocol.limit(new Limited.Allowed(Duration.ofSeconds(LONGEST_WAIT), Duration.ofMinutes(1),
                Duration.ofSeconds(LONGEST_WAIT), 1024, MOST, _ -> false));
        var connector = new Connector(protocol);
        connector.setPort(0);
        server.setConnector(connector);
        var context = server.addContext("", folder.toString());
        Tomcat.addServlet(context, "later", new Later()).setAsyncSupported(true);
        context.addServletMapping("/", "later");
        server.start();
    }

    @AfterEach
    void stop() throws LifecycleException, IOException {
        for (var socket : open) {
            socket.close();
        }
        server.stop();
        server.destroy();
    }

    @Test
    void once_it_has_been_answered_it_gives_way_to_who_comes_next() throws IOException {
        for (int i = 0; i < MOST; i++) {
            assertThat(firstLine(ask("/soon"))).isEqualTo(TAKEN);
        }
        awaitNoneInService();
        assertThat(firstLine(ask("/soon"))).isEqualTo(TAKEN);
    }

    @Test
    void nothing_is_known_of_it_once_it_has_ended() throws IOException {
        for (int i = 0; i < MOST; i++) {
            try (var socket = ask("/soon", "Connection: close")) {
                assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                        .startsWith(TAKEN);
            }
        }
        awaitNoneInService();
    }

    /** Whoever has read an answer may be quicker than who ends it. */
    private void awaitNoneInService() {
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_WAIT);
        while (protocol.connections().inService() > 0 && System.nanoTime() < giveUp) {
            Thread.onSpinWait();
        }
        assertThat(protocol.connections().inService()).isZero();
    }

    @Test
    void until_it_is_answered_it_stays() throws IOException, InterruptedException {
        var waiting = new ArrayList<AsyncContext>();
        for (int i = 0; i < MOST; i++) {
            ask("/later");
            waiting.add(asked.poll(LONGEST_WAIT, TimeUnit.SECONDS));
        }
        assertThat(firstLine(ask("/soon"))).isEmpty();

        waiting.forEach(AsyncContext::complete);
        for (var socket : open.subList(0, MOST)) {
            assertThat(firstLine(socket)).isEqualTo(TAKEN);
        }
    }

    /** Answers by another thread, or when the test wants it. */
    private final class Later extends HttpServlet {

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            var context = request.startAsync();
            if (request.getServletPath().equals("/soon")) {
                context.start(context::complete);
            } else {
                asked.add(context);
            }
        }
    }

    private Socket ask(String path, String... headers) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), server.getConnector().getLocalPort());
        open.add(socket);
        socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(LONGEST_WAIT));
        var more = Stream.of(headers).map(header -> header + "\r\n").collect(Collectors.joining());
        var request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + more + "\r\n";
        try {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        } catch (SocketException closed) {
            // Who reads the answer finds that out.
        }
        return socket;
    }

    /** Empty where the connection was closed instead. */
    private static String firstLine(Socket socket) throws IOException {
        var line = new StringBuilder();
        try {
            var in = socket.getInputStream();
            for (int next = in.read(); next >= 0 && next != '\r'; next = in.read()) {
                line.append((char) next);
            }
        } catch (SocketException closed) {
            return "";
        }
        return line.toString();
    }
}
