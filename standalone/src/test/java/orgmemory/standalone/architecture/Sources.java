// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's files, as tests read them. */
final class Sources {

    private static final List<String> MODULES = List.of("messages", "journal", "access", "command-side",
            "query-side", "standalone");

    private Sources() {
    }

    /** The folder that holds the modules, wherever the tests are started. */
    static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("The tests run outside the project");
            }
        }
        return folder;
    }

    /** All Java files of a module's {@code main} or {@code test} part. */
    static Stream<Path> java(String module, String part) {
        var folder = root().resolve(module).resolve("src").resolve(part).resolve("java");
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Path> java(String part) {
        return MODULES.stream().flatMap(module -> java(module, part));
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
