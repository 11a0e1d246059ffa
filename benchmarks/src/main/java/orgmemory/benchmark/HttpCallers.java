// SPDX-License-Identifier: Apache-2.0
package orgmemory.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Callers that each keep a connection, send a request and read its answer to the end, then the next. They know as much HTTP
 * as that takes, so that most of the machine is left to who is measured.
 */
final class HttpCallers {

    /** The request that a caller sends, as bytes of HTTP. */
    @FunctionalInterface
    interface Requests {

        /**
         * The bytes of one request.
         *
         * @param n counts all requests of a round, across the callers
         */
        byte[] request(long n);
    }

    private HttpCallers() {
    }

    /** How many requests were answered with 200 in that time. */
    static long run(int port, int callers, Duration time, Requests requests) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        try (var threads = Executors.newFixedThreadPool(callers)) {
            var counts = new ArrayList<Future<Long>>();
            for (int caller = 0; caller < callers; caller++) {
                int mine = caller;
                counts.add(threads.submit(() -> call(port, mine, callers, end, requests)));
            }
            long sum = 0;
            for (var count : counts) {
                sum += count.get();
            }
            return sum;
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    /** Sends one request and answers what came back. */
    static String once(int port, byte[] request) throws IOException {
        try (var socket = connect(port)) {
            socket.getOutputStream().write(request);
            return new HttpAnswers(socket.getInputStream()).next();
        }
    }

    /** A request with a body, or without where that is empty. */
    static byte[] request(String line, String headers, String body) {
        var length = body.isEmpty()
                ? ""
                : "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n";
        return (line + " HTTP/1.1\r\nHost: localhost\r\n" + headers + length + "\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static long call(int port, int caller, int callers, long end, Requests requests)
            throws IOException {
        long n = 0;
        while (System.nanoTime() < end) {
            // A server closes a connection after so many requests, and says so.
            try (var socket = connect(port)) {
                var out = socket.getOutputStream();
                var answers = new HttpAnswers(socket.getInputStream());
                while (!answers.isLast() && System.nanoTime() < end) {
                    out.write(requests.request(caller + n * callers));
                    answers.skip();
                    n++;
                }
            }
        }
        return n;
    }

    private static Socket connect(int port) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        return socket;
    }
}
