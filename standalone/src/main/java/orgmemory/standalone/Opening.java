// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import orgmemory.access.account.Admission;
import orgmemory.access.entry.Address;
import orgmemory.journal.Journal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Says where the memory is and how it stands, and lets the first memory keeper in. */
@Component
final class Opening implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

    private final StandaloneDatabase database;
    private final Journal journal;
    private final Admission admission;
    private final Address address;

    Opening(StandaloneDatabase database, Journal journal, Admission admission, Address address) {
        this.database = database;
        this.journal = journal;
        this.admission = admission;
        this.address = address;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        LOG.info("Data is kept in {}", database.folder().path());
        long position = journal.head();
        LOG.info("The memory is open at {} and stands at position {}", address.of(""), position);
        admission.inviteFirstKeeper().ifPresent(this::show);
    }

    /** The link goes to the console alone and never into a log. */
    private void show(String code) {
        System.out.println("It waits for its first memory keeper. This link opens it, once: "
                + address.of("/welcome/" + code));
    }
}
