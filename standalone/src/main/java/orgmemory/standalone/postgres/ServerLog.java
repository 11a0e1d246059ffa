// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.postgres;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What PostgreSQL's programs said while they were started: in a file, and once it runs, in its own logs. */
final class ServerLog {

    private static final Pattern CAUSE = Pattern.compile("(?:FATAL|PANIC|error):\\s+(.*?)\\.?$");
    private static final Pattern BEFORE = Pattern
            .compile("(?:LOG|WARNING):\\s+((?:could not|invalid|syntax error|unrecognized).*?)\\.?$");
    private static final String BEGUN = "starting PostgreSQL";

    private final Path said;
    private final Path logs;

    ServerLog(Path said, Path logs) {
        this.said = said;
        this.logs = logs;
    }

    /** Where the programs' words go, anew at each start. */
    File file() {
        return said.toFile();
    }

    /** Why it did not start, in PostgreSQL's words. */
    String reason() {
        return Stream.of(said(said), newest())
                .flatMap(this::reason)
                .findFirst()
                .orElse("it did not say why; its own log is in " + logs);
    }

    private Stream<String> reason(List<String> lines) {
        return found(lines, CAUSE).map(cause -> found(lines, BEFORE).filter(before -> !before.equals(cause))
                .map(before -> before + ", " + cause)
                .orElse(cause)).stream();
    }

    private static Optional<String> found(List<String> lines, Pattern pattern) {
        return lines.stream()
                .map(pattern::matcher)
                .filter(Matcher::find)
                .map(line -> line.group(1))
                .findFirst();
    }

    /** What the newest of its logs says since it was last begun. */
    private List<String> newest() {
        try (var all = Files.list(logs)) {
            var lines = all.max(Comparator.comparingLong(ServerLog::changed))
                    .map(ServerLog::said)
                    .orElse(List.of());
            int begun = lines.size();
            while (begun > 0 && !lines.get(begun - 1).contains(BEGUN)) {
                begun--;
            }
            return lines.subList(begun, lines.size());
        } catch (IOException | UncheckedIOException none) {
            return List.of();
        }
    }

    private static long changed(Path log) {
        return log.toFile().lastModified();
    }

    private static List<String> said(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        } catch (IOException none) {
            return List.of();
        }
    }
}
