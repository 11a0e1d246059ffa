// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import orgmemory.access.HttpProblem;
import orgmemory.command.http.BatchDispatcher.Reply;
import orgmemory.journal.AppendConditions;
import orgmemory.journal.append.AppendChain;
import orgmemory.journal.append.StoredAnswer;
import orgmemory.message.Rejected;
import org.jspecify.annotations.Nullable;

/** What was decided of some lines of a batch, before it is committed. */
final class BatchDecisions {

    /**
     * A line that has been decided.
     *
     * @param append its place in the chain, or that of the line it repeats; -1 where it adds nothing
     * @param conditions  on which it appends
     * @param reply  where it does not append
     */
    private record Decision(int append, AppendConditions conditions, @Nullable Reply reply) {

        Reply replied() {
            if (reply != null) {
                return reply;
            }
            var receipt = conditions.receipt();
            return receipt == null
                    ? Reply.of(new IllegalStateException("Nothing was answered"))
                    : Reply.of(CommandAnswer.of(receipt));
        }
    }

    private final CommandDispatcher dispatcher;
    private final AppendChain chain;
    private final Map<String, StoredAnswer> stored;
    private final List<Decision> decisions = new ArrayList<>();
    private final Map<String, Decision> appendedUnder = new HashMap<>();

    /**
     * @param chain  takes what the lines append
     * @param stored what has been answered under the keys of the lines
     */
    BatchDecisions(CommandDispatcher dispatcher, AppendChain chain, Map<String, StoredAnswer> stored) {
        this.dispatcher = dispatcher;
        this.chain = chain;
        this.stored = stored;
    }

    /** Decides lines up to the first that has to be issued by itself, or until the time is over. Answers how many. */
    int decide(List<BatchLine> lines, long timeNs) {
        long start = System.nanoTime();
        for (var line : lines) {
            if (!decisions.isEmpty() && System.nanoTime() - start > timeNs) {
                break;
            }
            var decision = decide(line);
            if (decision == null) {
                break;
            }
            decisions.add(decision);
        }
        return size();
    }

    int size() {
        return decisions.size();
    }

    /** Whether any line appends under this key. */
    boolean appendsUnder(@Nullable String storedKey) {
        return storedKey != null && appendedUnder.containsKey(storedKey);
    }

    /** The replies that hold where so many appends of the chain are durable. */
    List<Reply> replies(int in) {
        var replies = new ArrayList<Reply>();
        for (var decision : decisions) {
            if (decision.append >= in) {
                break;
            }
            replies.add(decision.replied());
        }
        return replies;
    }

    private @Nullable Decision decide(BatchLine line) {
        var request = line.request();
        if (request == null) {
            return reply(BatchDispatcher.failure(line));
        }
        var key = request.storedKey();
        var earlier = key == null ? null : stored.get(key);
        if (earlier != null) {
            return reply(reply(earlier, request));
        }
        var twin = key == null ? null : appendedUnder.get(key);
        if (twin != null) {
            return String.valueOf(twin.conditions.requestHash()).equals(request.hash())
                    ? twin
                    : reply(Reply.of(new Rejected(CommandRequest.OTHER_BODY)));
        }
        var decision = decide(request);
        if (key != null && decision != null && decision.append >= 0) {
            appendedUnder.put(key, decision);
        }
        return decision;
    }

    /** Null where it cannot be decided here: whatever it is that happens then, it happens to the line alone. */
    private @Nullable Decision decide(CommandRequest request) {
        int place = chain.size();
        var conditions = new AppendConditions(request.storedKey(), request.hash(),
                IfMatch.one(request.ifMatch()));
        try {
            var unchanged = dispatcher.decideInChain(request, conditions, chain);
            return unchanged == null ? new Decision(place, conditions, null) : reply(Reply.of(unchanged));
        } catch (Rejected refusal) {
            return reply(Reply.of(refusal));
        } catch (HttpProblem problem) {
            return problem.status() < 500 ? reply(Reply.of(problem)) : null;
        } catch (RuntimeException unforeseen) {
            return null;
        }
    }

    /** What is answered to a command that was answered before under its key. */
    static Reply reply(StoredAnswer earlier, CommandRequest request) {
        return earlier.requestHash().equals(request.hash())
                ? Reply.of(CommandAnswer.of(earlier.receipt()))
                : Reply.of(new Rejected(CommandRequest.OTHER_BODY));
    }

    private static Decision reply(Reply reply) {
        return new Decision(-1, AppendConditions.none(), reply);
    }
}
