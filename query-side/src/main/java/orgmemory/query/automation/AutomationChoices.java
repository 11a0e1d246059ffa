// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.automation;

import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import orgmemory.message.automation.FollowUpId;
import orgmemory.query.screen.form.Choices;
import orgmemory.query.screen.form.Choices.Choice;
import orgmemory.query.screen.read.Names;

/** Which refusals are there to be seen to? */
@Component
class AutomationChoices {

    private final DueReads reads;
    private final Names names;

    AutomationChoices(DueReads reads, Names names) {
        this.reads = reads;
        this.names = names;
    }

    @Bean
    Choices followUpChoices() {
        return Choices.of(FollowUpId.class, question -> {
            var page = question.draft().page();
            return reads.open(page.point())
                    .stream()
                    .map(refusal -> new Choice(refusal.followUpId().value(),
                            names.in(page.language()).of(refusal.about()) + ": "
                                    + refusal.sentenceIn(page.language())))
                    .toList();
        });
    }
}
