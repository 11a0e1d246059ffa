// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.wiring;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;

/** A {@link FollowUpProcess} of its own, which can be killed. It ends when whoever started it does. */
record KillableProcess(String name, Process process, BufferedReader console) {

    static KillableProcess start(String url, String name) throws IOException {
        var process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                FollowUpProcess.class.getName(), url, name).redirectErrorStream(true).start();
        return new KillableProcess(name, process, process.inputReader());
    }

    void awaitFollowing() throws IOException {
        var said = new StringBuilder();
        for (var line = console.readLine(); line != null; line = console.readLine()) {
            if (line.equals(FollowUpProcess.FOLLOWING)) {
                return;
            }
            said.append(line).append('\n');
        }
        Assertions.fail("The process ended before it followed, but said " + said);
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
