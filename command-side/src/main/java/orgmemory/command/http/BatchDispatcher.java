// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import orgmemory.access.HttpProblem;
import orgmemory.journal.JournalUnavailable;
import orgmemory.journal.append.AppendChain;
import orgmemory.journal.append.GroupCommit;
import orgmemory.journal.append.Overloaded;
import orgmemory.message.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * Takes the lines of a batch: decides them one after another, each on what those before it have decided, and commits them
 * together. What it answers is durable. A line that cannot be decided so is issued by itself, and so is one that loses to
 * somebody else at the commit; what follows it is decided again.
 */
public final class BatchDispatcher {

    /** How many lines are committed together at most. */
    static final int TOGETHER = 128;

    /** How long lines are decided before they are committed: so long others wait for what they are about. */
    private static final long DECIDING_NS = 50_000_000;

    /**
     * What a line is answered.
     *
     * @param answer  where it was taken
     * @param refusal where it was not
     */
    record Reply(@Nullable CommandAnswer answer, @Nullable RuntimeException refusal) {

        static Reply of(CommandAnswer answer) {
            return new Reply(answer, null);
        }

        static Reply of(RuntimeException refusal) {
            return new Reply(null, refusal);
        }
    }

    private final CommandDispatcher dispatcher;
    private final GroupCommit commits;
    private final TimeLimit limit;

    /**
     * Batches decide by turns: two at once could each hold what the other comes to. While one commits, the next decides, and
     * waits for what the first still holds.
     */
    private final Lock turn = new ReentrantLock(true);

    public BatchDispatcher(CommandDispatcher dispatcher, GroupCommit commits, TimeLimit limit) {
        this.dispatcher = dispatcher;
        this.commits = commits;
        this.limit = limit;
    }

    /** Answers the first of some lines and as many more as one commit carries. */
    List<Reply> answer(List<BatchLine> lines) {
        if (lines.size() > 1) {
            var replies = together(lines);
            if (!replies.isEmpty()) {
                return replies;
            }
        }
        return List.of(alone(lines.getFirst()));
    }

    private Reply alone(BatchLine line) {
        try {
            return line.request() == null ? failure(line) : Reply.of(dispatcher.issue(line.request()));
        } catch (RuntimeException refused) {
            return Reply.of(refused);
        }
    }

    /** Empty where the first line has to be issued by itself. */
    private List<Reply> together(List<BatchLine> lines) {
        try {
            return limit.within(() -> commit(lines), null);
        } catch (Overloaded busy) {
            return all(lines, HttpProblem.later("command.overloaded", 1));
        } catch (JournalUnavailable away) {
            return all(lines, HttpProblem.later("command.journal-away", 2));
        } catch (HttpProblem problem) {
            return lines.stream()
                    .map(line -> problem.status() == 504 ? TimeLimit.late(key(line)) : problem)
                    .map(Reply::of)
                    .toList();
        } catch (RuntimeException unforeseen) {
            // Their sender has been shown out, and nothing was decided; or else something of it may be durable.
            return all(lines, unforeseen);
        }
    }

    private List<Reply> commit(List<BatchLine> lines) {
        try (var chain = commits.chain()) {
            var decisions = decide(lines, chain);
            int in = chain.commit();
            var replies = decisions.replies(in);
            if (chain.refusal() instanceof JournalUnavailable) {
                // Whether they are durable is open, and so is what those after them rest on.
                replies.addAll(all(lines.subList(replies.size(), decisions.size()),
                        HttpProblem.later("command.journal-away", 2)));
            }
            return unlessAnswered(lines, decisions, replies);
        }
    }

    private BatchDecisions decide(List<BatchLine> lines, AppendChain chain) {
        turn.lock();
        try {
            dispatcher.look();
            var decisions = new BatchDecisions(dispatcher, chain,
                    commits.answers(keys(lines.stream().map(BatchLine::storedKey))));
            chain.open(() -> decisions.decide(lines, DECIDING_NS));
            return decisions;
        } finally {
            turn.unlock();
        }
    }

    /** Before a refusal goes out the stored answer is looked up once more: a twin may have won in the meantime. */
    private List<Reply> unlessAnswered(List<BatchLine> lines, BatchDecisions decisions,
            List<Reply> replies) {
        var refused = new ArrayList<BatchLine>();
        for (int i = 0; i < replies.size(); i++) {
            // A later line of these may have been taken under the key of one that was refused: that is no twin.
            if (isRefusal(replies.get(i).refusal()) && !decisions.appendsUnder(lines.get(i).storedKey())) {
                refused.add(lines.get(i));
            }
        }
        var stored = commits.answers(keys(refused.stream().map(BatchLine::storedKey)));
        for (int i = 0; !stored.isEmpty() && i < replies.size(); i++) {
            var request = lines.get(i).request();
            var answer = request == null ? null : stored.get(String.valueOf(request.storedKey()));
            if (request != null && answer != null && isRefusal(replies.get(i).refusal())) {
                replies.set(i, BatchDecisions.reply(answer, request));
            }
        }
        return replies;
    }

    private static boolean isRefusal(@Nullable RuntimeException reason) {
        return reason instanceof Rejected
                || (reason instanceof HttpProblem problem && problem.status() < 500);
    }

    /** What is answered to a line that cannot be read. */
    static Reply failure(BatchLine line) {
        return Reply.of(Objects.requireNonNull(line.failure()));
    }

    private static List<Reply> all(List<BatchLine> lines, RuntimeException reason) {
        return lines.stream().map(line -> Reply.of(reason)).toList();
    }

    private static @Nullable String key(BatchLine line) {
        return line.request() == null ? null : line.request().idempotencyKey();
    }

    private static Collection<String> keys(Stream<@Nullable String> keys) {
        return keys.filter(Objects::nonNull).distinct().toList();
    }
}
