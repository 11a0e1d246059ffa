// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.automation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import orgmemory.message.Subject;
import orgmemory.message.automation.FollowUpId;
import orgmemory.message.automation.FollowUpMessages.FollowUpEvent;
import orgmemory.message.automation.FollowUpMessages.FollowUpRefused;
import orgmemory.message.automation.FollowUpMessages.FollowUpSettled;
import orgmemory.query.memory.Column;
import orgmemory.query.memory.Fact;
import orgmemory.query.memory.View;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What could the memory not do of itself, why, and has somebody seen to it? */
@Component
public final class FollowUps implements View<FollowUps.Refusal> {

    /**
     * A command that was to follow of itself and was refused.
     *
     * @param about     what it was about; null before anything was refused
     * @param settledOn the day on which somebody saw to it; null until then
     */
    public record Refusal(FollowUpId followUpId, @Nullable Subject about, @Nullable String automation,
            @Nullable String command, @Nullable String rule, @Nullable String hebrew,
            @Nullable String english,
            @Nullable LocalDate refusedOn, @Nullable LocalDate settledOn, @Nullable String how) {

        /** The sentence of the rule that stood against it. */
        public @Nullable String sentenceIn(Locale language) {
            return language.getLanguage().equals("he") ? hebrew : english;
        }

        @JsonIgnore
        public boolean isOpen() {
            return refusedOn != null && settledOn == null;
        }
    }

    @Override
    public String name() {
        return "FollowUps";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<Refusal> stateType() {
        return Refusal.class;
    }

    @Override
    public List<String> keys(Fact fact) {
        return fact.event() instanceof FollowUpEvent event ? List.of(event.followUpId().value()) : List.of();
    }

    @Override
    public Refusal initial(String key) {
        return new Refusal(new FollowUpId(key), null, null, null, null, null, null, null, null, null);
    }

    @Override
    public Refusal evolve(Refusal before, Fact fact) {
        return switch (fact.event()) {
            case FollowUpRefused refused -> new Refusal(refused.followUpId(), refused.about(),
                    refused.automation(), refused.command(), refused.rule(), refused.hebrew(),
                    refused.english(),
                    fact.day(), before.settledOn(), before.how());
            case FollowUpSettled settled -> new Refusal(settled.followUpId(), settled.about(),
                    before.automation(), before.command(), before.rule(), before.hebrew(), before.english(),
                    before.refusedOn(), fact.day(), settled.how());
            default -> before;
        };
    }

    @Override
    public List<Column<Refusal>> columns() {
        return List.of(Column.flag("open", Refusal::isOpen), Column.day("refusedOn", Refusal::refusedOn));
    }

    @Override
    public Subject entity(String key) {
        return new FollowUpId(key).subject();
    }
}
