// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.automation;

import java.util.List;
import orgmemory.message.automation.FollowUpMessages.SettleFollowUp;
import orgmemory.query.screen.Fmt;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.form.Forms;
import orgmemory.query.screen.home.PendingTasks;
import orgmemory.query.screen.read.Names;
import org.springframework.stereotype.Component;

/** What the memory could not do of itself waits for whoever may see to it. */
@Component
final class PendingRefusals implements PendingTasks {

    private final DueReads reads;
    private final Names names;

    PendingRefusals(DueReads reads, Names names) {
        this.reads = reads;
        this.names = names;
    }

    @Override
    public List<PendingTask> of(Page page) {
        if (!Forms.may(SettleFollowUp.class, page)) {
            return List.of();
        }
        return reads.open(page.point())
                .stream()
                .map(refusal -> new PendingTask("follow-up",
                        List.of(Fmt.apart(names.in(page.language()).of(refusal.about()))),
                        "/due#refused-" + refusal.followUpId(), "flag", "copper"))
                .toList();
    }
}
