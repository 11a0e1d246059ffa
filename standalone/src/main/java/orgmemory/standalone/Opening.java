// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import orgmemory.journal.Journal;
import orgmemory.journal.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Does what the options of the start ask for, and says where the memory is and how it stands. */
@Component
final class Opening implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

    private final StandaloneDatabase database;
    private final Journal journal;
    private final FirstKeeper firstKeeper;
    private final Environment environment;

    Opening(StandaloneDatabase database, Journal journal, FirstKeeper firstKeeper, Environment environment) {
        this.database = database;
        this.journal = journal;
        this.firstKeeper = firstKeeper;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        LOG.info("Data is kept in {}", database.folder().path());
        if (arguments.containsOption("first-keeper")) {
            openFor(arguments);
        }
        long position = journal.head();
        LOG.info("The memory is open at http://localhost:{} and stands at position {}",
                environment.getProperty("local.server.port"), position);
        if (position == 0) {
            LOG.info(
                    "It is empty: start it with --first-keeper=<name>, or with --demo for a story");
        }
    }

    private void openFor(ApplicationArguments arguments) {
        var names = arguments.getOptionValues("first-keeper");
        if (arguments.containsOption("demo") || names == null || names.size() != 1
                || names.getFirst().isBlank()) {
            throw new StartRefused(
                    "--first-keeper needs one name, as in --first-keeper='Ruth Almog', and no --demo.");
        }
        var token = firstKeeper.register(names.getFirst());
        // The token goes to the console alone and never into a log.
        System.out.println("The first memory keeper's token, shown this once: " + token);
    }
}
