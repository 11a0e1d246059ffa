// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import orgmemory.access.entry.Address;
import orgmemory.journal.Journal;
import orgmemory.message.Json;
import orgmemory.standalone.StandaloneDatabase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The demo, where the start asks for it: the story is told while the service answers already, and its cast get tokens. What
 * speaks against it is said before the service answers anybody.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Demo implements SmartInitializingSingleton, ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    private static final String TOKENS = "demo-tokens.json";

    private final ApplicationArguments arguments;
    private final StoryTeller story;
    private final Journal journal;
    private final StandaloneDatabase database;
    private final CastTokens tokens;
    private final Address address;
    private @Nullable LocalDate toTell;

    Demo(ApplicationArguments arguments, StoryTeller story, Journal journal, StandaloneDatabase database,
            CastTokens tokens, Address address) {
        this.arguments = arguments;
        this.story = story;
        this.journal = journal;
        this.database = database;
        this.tokens = tokens;
        this.address = address;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (isWanted()) {
            var until = story.until(Ending.asked(arguments));
            // The tokens are written when all is told.
            if (journal.head() == 0 || !Files.exists(tokensFile())) {
                toTell = until;
                story.begin(until);
            }
        }
    }

    @Override
    public void run(ApplicationArguments same) throws IOException {
        if (toTell != null) {
            LOG.info(
                    "The memory answers already, and tells at {} how far the story has come", address.of(""));
            story.tell(toTell);
            writeTokens();
        }
        if (isWanted()) {
            LOG.info("The demo's tokens are in {}", tokensFile());
        }
    }

    private boolean isWanted() {
        return arguments.containsOption("demo") || arguments.containsOption(Ending.OPTION);
    }

    private Path tokensFile() {
        return database.folder().resolve(TOKENS);
    }

    private void writeTokens() throws IOException {
        database.folder()
                .writeSecret(TOKENS,
                        Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(tokens.all()));
    }
}
