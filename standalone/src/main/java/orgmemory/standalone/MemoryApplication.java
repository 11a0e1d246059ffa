// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import orgmemory.access.entry.Address;
import orgmemory.journal.StartRefused;
import orgmemory.standalone.records.ImportRecords;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole memory in one process: both sides, on a PostgreSQL of its own. */
@SpringBootApplication
public class MemoryApplication {

    /** Serves the memory, or, called with {@code import} as the first word, sends a file's records to a running one. */
    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals("import")) {
            System.exit(ImportRecords.run(Arrays.copyOfRange(arguments, 1, arguments.length), System.out));
        }
        try {
            start(arguments);
        } catch (RuntimeException failure) {
            var sentence = sentence(failure);
            if (sentence.isEmpty()) {
                throw failure;
            }
            System.err.println(sentence.get());
            System.exit(1);
        }
    }

    /** Starts the memory and answers when it is open. */
    public static ConfigurableApplicationContext start(String... arguments) {
        return new SpringApplication(MemoryApplication.class).run(arguments);
    }

    /** What to tell somebody whose start was refused; nothing where the failure is ours. */
    static Optional<String> sentence(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> switch (cause) {
                    case StartRefused refused -> Stream.of(String.valueOf(refused.getMessage()));
                    case BindException option -> Stream.of(notUnderstood(option));
                    case Address.Unusable setting -> Stream.of(String.valueOf(setting.getMessage()));
                    // Somebody was faster after we had looked.
                    case PortInUseException taken ->
                        Stream.of(String.valueOf(ServerPort.taken(taken.getPort()).getMessage()));
                    case SQLException unusable ->
                        Stream.of("The database cannot be used: " + firstLine(unusable.getMessage()) + ".");
                    default -> Stream.empty();
                })
                .findFirst();
    }

    private static String firstLine(@Nullable String message) {
        return String.valueOf(message).lines().findFirst().orElse("").replaceFirst("\\.$", "");
    }

    private static String notUnderstood(BindException option) {
        var given = option.getProperty();
        return "--" + option.getName() + (given == null ? "" : "=" + given.getValue())
                + " is not understood.";
    }
}
