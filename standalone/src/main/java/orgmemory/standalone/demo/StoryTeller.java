// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import orgmemory.access.Tokens;
import orgmemory.command.Capacities;
import orgmemory.command.door.Asked;
import orgmemory.command.door.CommandGate;
import orgmemory.journal.Journal;
import orgmemory.journal.StartRefused;
import orgmemory.message.Json;
import orgmemory.message.Language;
import orgmemory.message.Rejected;
import orgmemory.standalone.StandaloneDatabase;
import orgmemory.standalone.demo.Story.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Tells the demo organisation's story through the same door that people use, and hands out tokens for its cast. */
@Component
public final class StoryTeller {

    private static final Logger LOG = LoggerFactory.getLogger(StoryTeller.class);
    private static final String TOKENS = "demo-tokens.json";

    /** Every fact of the story names this as its source, by which a memory of the demo is known. */
    private static final String SOURCE = "demo story, step ";

    private final StandaloneDatabase database;
    private final CommandGate gate;
    private final Journal journal;
    private final Tokens tokens;

    StoryTeller(StandaloneDatabase database, CommandGate gate, Journal journal, Tokens tokens) {
        this.database = database;
        this.gate = gate;
        this.journal = journal;
        this.tokens = tokens;
    }

    /** Tells the story unless it has been told here; goes on where an earlier telling was interrupted. */
    public void tell() throws IOException {
        var tokensFile = database.folder().resolve(TOKENS);
        var first = journal.after(0, 1);
        if (!first.isEmpty() && !String.valueOf(first.getFirst().envelope().sourceRef()).startsWith(SOURCE)) {
            throw new StartRefused("This memory holds something else than the demo; start it without --demo, "
                    + "or name an empty folder with --memory.data=<folder>.");
        }
        if (first.isEmpty() || !Files.exists(tokensFile)) {
            tellSteps();
            writeTokens();
        }
        LOG.info("Everybody's tokens are in {}", tokensFile);
    }

    private void tellSteps() {
        var steps = Story.ofTheDemo();
        int tenth = Math.ceilDiv(steps.size(), 10);
        for (var step : steps) {
            tell(step);
            if (step.number() % tenth == 0 || step.number() == steps.size()) {
                LOG.info("Telling the demo's story: {} of {}, {}", step.number(), steps.size(), step.day());
            }
        }
    }

    private void tell(Step step) {
        var actor = step.actor();
        var envelope = Json.mapper().createObjectNode();
        envelope.put("occurredOn", step.day().toString()).put("sourceRef", SOURCE + step.number());
        if (step.story() != null) {
            envelope.put("story", step.story().toString());
        }
        ObjectNode body = Json.mapper().valueToTree(step.command());
        try {
            gate.issue(new Asked(actor == null ? Capacities.SERVICE : actor.subject(),
                    step.command().getClass().getSimpleName(), body, envelope, SOURCE + step.number(), null,
                    Language.he));
        } catch (Rejected refusal) {
            throw new StartRefused("The story stops at step " + step.number() + ", " + step.command() + ": "
                    + refusal.getMessage(), refusal);
        }
    }

    private void writeTokens() throws IOException {
        var byCode = new LinkedHashMap<String, String>();
        Cast.everybody().forEach(person -> byCode.put(person.value(), tokens.issue(person, "demo")));
        database.folder()
                .writeSecret(TOKENS,
                        Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(byCode));
    }
}
