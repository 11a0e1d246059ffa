// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import orgmemory.access.HttpProblem;
import orgmemory.command.Capacities;
import orgmemory.command.automation.AutomationRunner;
import orgmemory.command.http.CommandRequest;
import orgmemory.command.http.CommandDispatcher;
import orgmemory.journal.Journal;
import orgmemory.journal.MemoryClock;
import orgmemory.journal.StartRefused;
import orgmemory.message.Command;
import orgmemory.message.Json;
import orgmemory.message.Language;
import orgmemory.message.Rejected;
import orgmemory.message.people.AccountMessages.MakeToken;
import orgmemory.query.screen.Telling;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Tells the demo organisation's story through the same door that people use, each step recorded at its own time. */
@Component
final class StoryTeller implements Telling {

    private static final Logger LOG = LoggerFactory.getLogger(StoryTeller.class);

    /** Every fact of the story names this as its source, by which a memory of the demo is known. */
    private static final String OTHER_WORDS = "idempotency.other-body";

    static final String SOURCE = "demo story, step ";

    /** The day to whose end the story is told; fixed while it is first told. */
    private static final String UNTIL = "story-until";

    private final CommandDispatcher dispatcher;
    private final Journal journal;
    private final MemoryClock clock;
    private final ZoneId zone;
    private final CastTokens tokens;
    private final AutomationRunner automations;
    private volatile Optional<Telling.TellingProgress> underWay = Optional.empty();

    StoryTeller(CommandDispatcher dispatcher, Journal journal, MemoryClock clock, ZoneId zone,
            CastTokens tokens, AutomationRunner automations) {
        this.automations = automations;
        this.dispatcher = dispatcher;
        this.tokens = tokens;
        this.journal = journal;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public Optional<Telling.TellingProgress> now() {
        return underWay;
    }

    /** The day to which the story is told here, or will be; refused where the memory holds something else. */
    LocalDate until(Optional<LocalDate> asked) {
        var first = journal.after(0, 1);
        if (!first.isEmpty() && !String.valueOf(first.getFirst().envelope().sourceRef()).startsWith(SOURCE)) {
            throw new StartRefused("This memory holds something else than the demo; start it without --demo, "
                    + "or name an empty folder with --memory.data=<folder>.");
        }
        return Ending.of(asked, journal.setting(UNTIL).map(LocalDate::parse));
    }

    /** Stands ready at the story's first moment: from now on nobody sees another time, and nobody interrupts. */
    void begin(LocalDate until) {
        var steps = Story.ofTheDemo(until);
        clock.standAt(instant(steps.getFirst().recordedAt()));
        underWay = Optional.of(new Telling.TellingProgress(0, steps.size()));
    }

    /** Tells the story, passing over what was told before; then time goes on from where the story stops. */
    void tell(LocalDate until) {
        var steps = Story.ofTheDemo(until);
        var end = end(steps, until);
        var facts = new HashMap<Integer, String>();
        int tenth = Math.ceilDiv(steps.size(), 10);
        for (var step : steps) {
            clock.standAt(instant(step.recordedAt()));
            step.wording()
                    .command(facts)
                    .flatMap(command -> issue(step, command))
                    .ifPresent(fact -> facts.put(step.number(), fact));
            automations.catchUp();
            underWay = Optional.of(new Telling.TellingProgress(step.number(), steps.size()));
            if (step.number() == 1) {
                journal.setting(UNTIL, until.toString());
                clock.startFrom(end, journal);
            }
            if (step.number() % tenth == 0 || step.number() == steps.size()) {
                LOG.info("Telling the demo's story: {} of {}, {}", step.number(), steps.size(), step.day());
            }
        }
        clock.standAt(end);
        clock.goOn();
        underWay = Optional.empty();
    }

    private Instant end(List<Story.StoryStep> steps, LocalDate until) {
        var morning = instant(until.atTime(Story.MORNING));
        var last = instant(steps.getLast().recordedAt());
        return last.isAfter(morning) ? last : morning;
    }

    /** The id of its last fact. What an earlier release has told in other words stays as it told it. */
    private Optional<String> issue(Story.StoryStep step, Command command) {
        var actor = step.actor();
        var envelope = Json.mapper().createObjectNode();
        envelope.put("occurredOn", step.day().toString()).put("sourceRef", SOURCE + step.number());
        if (step.story() != null) {
            envelope.put("story", step.story().toString());
        }
        ObjectNode body = Json.mapper().valueToTree(command);
        var request = new CommandRequest(actor == null ? Capacities.SERVICE : actor.subject(),
                command.getClass().getSimpleName(), body, envelope, SOURCE + step.number(), null,
                Language.he);
        try {
            if (command instanceof MakeToken make) {
                tokens.make(make, () -> dispatcher.issueThroughAccess(request));
                return Optional.empty();
            }
            return Optional.ofNullable(dispatcher.issue(request).after());
        } catch (Rejected refusal) {
            if (refusal.code().equals(OTHER_WORDS)) {
                return Optional.empty();
            }
            throw new StartRefused("The story stops at step " + step.number() + ", " + command + ": "
                    + refusal.getMessage(), refusal);
        } catch (HttpProblem unanswered) {
            throw new StartRefused("The story stops at step " + step.number()
                    + ", since the database did not take it; start again, and it is told on from there.",
                    unanswered);
        }
    }

    private Instant instant(LocalDateTime local) {
        return local.atZone(zone).toInstant();
    }
}
