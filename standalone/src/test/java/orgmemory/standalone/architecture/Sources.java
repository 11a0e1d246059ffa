// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's files, as tests read them. */
public final class Sources {

    private static final List<String> MODULES = List.of("messages", "journal", "access", "command-side",
            "query-side", "standalone");

    private Sources() {
    }

    /** The folder that holds the modules, wherever the tests are started. */
    public static Path root() {
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
        return files(folder).filter(file -> file.toString().endsWith(".java"));
    }

    static Stream<Path> java(String part) {
        return MODULES.stream().flatMap(module -> java(module, part));
    }

    /** The files of a folder of resources, in all modules. */
    static Stream<Path> resources(String folder) {
        return MODULES.stream()
                .map(module -> root().resolve(module).resolve("src/main/resources").resolve(folder))
                .filter(Files::isDirectory)
                .flatMap(Sources::files);
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
