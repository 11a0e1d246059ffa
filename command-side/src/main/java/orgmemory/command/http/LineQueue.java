// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Lines that have come and have not been answered: only so many bytes of them, since whoever sends more can wait. */
final class LineQueue {

    private final Deque<BatchLine> lines = new ArrayDeque<>();
    private final long limit;
    private long bytes;
    private boolean ended;

    /** @param limit how many bytes may wait, beside the line that comes last */
    LineQueue(long limit) {
        this.limit = limit;
    }

    /** Adds a line as soon as there is room for it. Where nobody takes lines any more it is thrown away. */
    synchronized void add(BatchLine line) throws InterruptedException {
        while (bytes >= limit && !ended) {
            wait();
        }
        if (!ended) {
            lines.add(line);
            bytes += line.size();
            notifyAll();
        }
    }

    /** No more lines come, or none is taken any more. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** The first lines, up to a number of them: all that are there, at least one; empty at the end. */
    synchronized List<BatchLine> first(int atMost) throws InterruptedException {
        while (lines.isEmpty() && !ended) {
            wait();
        }
        var first = new ArrayList<BatchLine>();
        for (var line : lines) {
            if (first.size() == atMost) {
                break;
            }
            first.add(line);
        }
        return first;
    }

    /** Takes away the first lines: they have been answered. */
    synchronized void remove(int answered) {
        for (int i = 0; i < answered; i++) {
            bytes -= lines.remove().size();
        }
        notifyAll();
    }
}
