// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The open pages of one browser, which share one stream. Waiting costs them nothing but the connection; who reads slowly holds
 * up nobody else, and hears the newest position once they can.
 */
final class OpenPages {

    private final SseEmitter stream;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicLong newest = new AtomicLong();
    private volatile long announced;
    private volatile boolean gone;

    OpenPages(SseEmitter stream) {
        this.stream = stream;
    }

    /** Says where the memory stands, and how soon to come back after a break. */
    void greet(long position, long reconnectMillis) {
        announced = position;
        send(SseEmitter.event().name("hello").data(position).reconnectTime(reconnectMillis));
    }

    /** Says where the memory stands now, or that all is as it was; while the last word is being read, right after it. */
    void tell(long position) {
        newest.accumulateAndGet(position, Math::max);
        if (busy.compareAndSet(false, true)) {
            Thread.ofVirtual().name("live-pages").start(this::tellNewest);
        }
    }

    private void tellNewest() {
        try {
            do {
                long position = newest.get();
                send(position > announced
                        ? SseEmitter.event().id(Long.toString(position)).name("position").data(position)
                        : SseEmitter.event().comment("still here"));
                announced = Math.max(announced, position);
            } while (isBehind());
        } finally {
            busy.set(false);
        }
        // What came between the last look and the end of being busy.
        if (isBehind()) {
            tell(newest.get());
        }
    }

    private boolean isBehind() {
        return !gone && newest.get() > announced;
    }

    /** Whether nobody can be told any more. */
    boolean haveGone() {
        return gone;
    }

    void end() {
        stream.complete();
    }

    private void send(SseEmitter.SseEventBuilder news) {
        try {
            stream.send(news);
        } catch (IOException | IllegalStateException left) {
            gone = true;
        }
    }
}
