// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import orgmemory.access.HttpProblem;
import orgmemory.access.WhoMay;
import orgmemory.journal.AppendConditions;
import orgmemory.journal.Journal;
import orgmemory.journal.JournalUnavailable;
import orgmemory.journal.StoredEvent;
import orgmemory.journal.append.AlreadyAnswered;
import orgmemory.journal.append.AppendChain;
import orgmemory.journal.append.GroupCommit;
import orgmemory.journal.append.Overloaded;
import orgmemory.journal.append.StaleVersion;
import orgmemory.journal.append.StoredAnswer;
import orgmemory.message.Catalogue;
import orgmemory.message.Command;
import orgmemory.message.CorrectionMessages.CorrectionCommand;
import orgmemory.message.Language;
import orgmemory.message.Rejected;
import orgmemory.message.Subject;
import orgmemory.message.ThroughAccess;
import orgmemory.message.people.AccountMessages.AccountCommand;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.JsonNode;

/** Takes a command, whoever brings it: acts once however often it is repeated, and answers with what is true. */
public final class CommandDispatcher {

    /** Whoever lost a race decides anew, and those who lost together come back at different moments. */
    private static final RetryTemplate ANEW = new RetryTemplate(RetryPolicy.builder()
            .includes(List.of(LostRace.class))
            .maxRetries(5)
            .delay(Duration.ofMillis(10))
            .jitter(Duration.ofMillis(10))
            .multiplier(2)
            .build());

    private final CommandReader reader;
    private final EnvelopeReader envelopes;
    private final CommandExecutor executor;
    private final GroupCommit commits;
    private final Journal journal;
    private final TimeLimit limit;
    private final AccessOrder order;
    private final WhoMay whoMay;

    public CommandDispatcher(CommandReader reader, EnvelopeReader envelopes, CommandExecutor executor,
            GroupCommit commits,
            Journal journal, TimeLimit limit, AccessOrder order, WhoMay whoMay) {
        this.whoMay = whoMay;
        this.reader = reader;
        this.envelopes = envelopes;
        this.executor = executor;
        this.commits = commits;
        this.journal = journal;
        this.limit = limit;
        this.order = order;
    }

    /** Issues a command for a person, with the same checks as over HTTP. Texts are in Hebrew unless the envelope says. */
    public CommandAnswer issue(PersonId actor, String commandName, JsonNode body, @Nullable JsonNode envelope,
            @Nullable String idempotencyKey, @Nullable Long ifMatch) {
        return issue(new CommandRequest(actor.subject(), commandName, CommandRequest.object(body, ""),
                CommandRequest.object(envelope, "envelope"), idempotencyKey, IfMatch.version(ifMatch),
                Language.he));
    }

    /**
     * Issues a command.
     *
     * @throws Rejected    where it is refused
     * @throws HttpProblem where it is malformed, too late, or there is no answer
     */
    public CommandAnswer issue(CommandRequest request) {
        var type = type(request.command());
        if (type.isAnnotationPresent(ThroughAccess.class)) {
            throw Rejected.notAllowed("command.through-access", request.command());
        }
        return issue(type, request);
    }

    /** The same for a command with which a secret goes: whoever issues it here has seen to the secret. */
    public CommandAnswer issueThroughAccess(CommandRequest request) {
        return issue(type(request.command()), request);
    }

    static Class<? extends Command> type(String name) {
        var type = Catalogue.commandsByName().get(name);
        if (type == null) {
            throw Rejected.unknown("command.unknown", name);
        }
        return type;
    }

    private CommandAnswer issue(Class<? extends Command> type, CommandRequest request) {
        try {
            look();
            var earlier = stored(request);
            return earlier.isPresent() ? earlier.get() : once(type, request);
        } catch (AlreadyAnswered twin) {
            return CommandAnswer.of(twin.receipt());
        } catch (Overloaded busy) {
            throw HttpProblem.later("command.overloaded", 1);
        } catch (JournalUnavailable away) {
            throw HttpProblem.later("command.journal-away", 2);
        }
    }

    /** From now on decisions rest on who may do what at present. */
    void look() {
        try {
            whoMay.look();
        } catch (DataAccessException away) {
            throw new JournalUnavailable("Who may do what could not be read", away);
        }
    }

    /**
     * Decides a command on top of what the open chain has decided, and adds to the chain what it appends.
     *
     * @return null where it appends something: then the conditions have the receipt once the chain is committed
     * @throws AppendChain.MustCommit where it can only be decided by itself
     */
    @Nullable
    CommandAnswer decideInChain(CommandRequest request, AppendConditions conditions, AppendChain chain) {
        var type = type(request.command());
        if (type.isAnnotationPresent(ThroughAccess.class)) {
            throw new AppendChain.MustCommit();
        }
        var command = reader.command(type, request.body());
        if (command instanceof CorrectionCommand || command instanceof AccountCommand
                || IfMatch.isChoice(request.ifMatch())) {
            throw new AppendChain.MustCommit();
        }
        long chained = chain.versions(command.entity());
        if (chained == 0 || request.ifMatch() == null) {
            var _ = version(command, request.ifMatch());
        } else if (!request.ifMatch().isJust(journal.version(command.entity()) + chained)) {
            // What has happened in between can be told once it has been recorded.
            throw new AppendChain.MustCommit();
        }
        int size = chain.size();
        try {
            executor.decide(command, envelopes.read(request, command), conditions);
        } catch (LostRace lost) {
            throw new AppendChain.MustCommit();
        } catch (Rejected refusal) {
            var _ = chained == 0 ? version(command, request.ifMatch()) : null;
            throw refusal;
        }
        return chain.size() > size ? null : unchanged(command, chained);
    }

    /** Before a refusal goes out the stored answer is looked up once more: a twin may have won in the meantime. */
    private CommandAnswer once(Class<? extends Command> type, CommandRequest request) {
        try {
            return limit.within(() -> order.keep(request, () -> decide(type, request)),
                    request.idempotencyKey());
        } catch (Rejected refusal) {
            return stored(request).orElseThrow(() -> refusal);
        } catch (HttpProblem problem) {
            if (problem.status() >= 500) {
                throw problem;
            }
            return stored(request).orElseThrow(() -> problem);
        }
    }

    private Optional<CommandAnswer> stored(CommandRequest request) {
        var key = request.storedKey();
        var answer = key == null ? Optional.<StoredAnswer>empty() : commits.answer(key);
        if (answer.isPresent() && !answer.get().requestHash().equals(request.hash())) {
            throw new Rejected(CommandRequest.OTHER_BODY);
        }
        return answer.map(found -> CommandAnswer.of(found.receipt()));
    }

    /** Decides as often as it takes within reason, each time by who may do what at that moment. */
    private CommandAnswer decide(Class<? extends Command> type, CommandRequest request) {
        var command = reader.command(type, request.body());
        var again = new AtomicBoolean();
        try {
            return ANEW.invoke(() -> {
                if (again.getAndSet(true)) {
                    look();
                }
                return attempt(command, request);
            });
        } catch (LostRace lost) {
            throw lost.answer();
        }
    }

    private CommandAnswer attempt(Command command, CommandRequest request) {
        var conditions = new AppendConditions(request.storedKey(), request.hash(),
                version(command, request.ifMatch()));
        try {
            var receipt = executor.decide(command, envelopes.read(request, command), conditions);
            return receipt == null ? unchanged(command, 0) : CommandAnswer.of(receipt);
        } catch (StaleVersion stale) {
            throw Stale.problem(journal, stale.entity(), stale.expected(), stale.current());
        } catch (Rejected refusal) {
            // Others may have gone on since it was looked at: that comes before the rule that they brought about.
            var _ = version(command, request.ifMatch());
            throw refusal;
        }
    }

    private @Nullable Long version(Command command, @Nullable IfMatch wanted) {
        return wanted == null ? null : Stale.version(journal, entity(command), wanted);
    }

    /** A correction is about the entity of the fact that it corrects. */
    private Subject entity(Command command) {
        return command instanceof CorrectionCommand correction
                ? journal.event(correction.eventId()).map(StoredEvent::entity).orElse(command.entity())
                : command.entity();
    }

    private CommandAnswer unchanged(Command command, long chained) {
        var entity = command.entity();
        long version = journal.version(entity) + chained;
        return new CommandAnswer(entity.id(), command.stream(), entity, version, null, null);
    }
}
