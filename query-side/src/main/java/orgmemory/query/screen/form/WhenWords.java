// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import orgmemory.message.Attestation;
import orgmemory.message.Subject;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.read.Names;

/** Says in one line when and for whom something is recorded, so that nobody dates anything by accident. */
@Component
final class WhenWords {

    private final FormWords words;
    private final Names names;

    WhenWords(FormWords words, Names names) {
        this.words = words;
        this.names = names;
    }

    /** @param chosen what differs from the usual, by the names under which it is typed */
    String summary(Map<String, String> chosen, Page page) {
        var language = page.language();
        if (chosen.isEmpty()) {
            return words.say("form.when.usual", language);
        }
        var parts = new ArrayList<String>();
        parts.add(day(chosen.get(WhenAndForWhom.PREFIX + "occurredOn"), page));
        var attestation = chosen.get(WhenAndForWhom.PREFIX + "attestation");
        if (attestation != null) {
            parts.add(attestation(attestation, page));
        }
        var speaker = chosen.get(WhenAndForWhom.PREFIX + "onBehalfOf");
        if (speaker != null) {
            parts.add(words.say("form.when.for", language, speaker(speaker, page)));
        }
        var source = chosen.get(WhenAndForWhom.PREFIX + "sourceRef");
        if (source != null) {
            parts.add(source);
        }
        return String.join(" · ", parts);
    }

    private String day(@Nullable String typed, Page page) {
        try {
            return typed == null
                    ? words.say("form.when.today", page.language())
                    : words.say("form.when.day", page.language(), page.fmt().weekday(LocalDate.parse(typed)));
        } catch (DateTimeException none) {
            return String.valueOf(typed);
        }
    }

    private String attestation(String typed, Page page) {
        try {
            return words.value(Attestation.valueOf(typed), page.language());
        } catch (IllegalArgumentException none) {
            return typed;
        }
    }

    private String speaker(String typed, Page page) {
        try {
            return names.in(page.language()).of(Subject.of(typed));
        } catch (IllegalArgumentException none) {
            return typed;
        }
    }
}
