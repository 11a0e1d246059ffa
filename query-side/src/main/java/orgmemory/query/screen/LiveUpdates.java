// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import orgmemory.query.memory.Arrivals;
import orgmemory.query.memory.reading.Memory;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells open pages that the memory has moved on: its position and nothing else, so that rights and languages stay with the
 * pages, which fetch themselves again. The events' ids are positions, so whoever was away learns at once what they missed.
 */
@Controller
final class LiveUpdates {

    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final long RECONNECT_MILLIS = 3_000;

    private final Memory memory;
    private final Arrivals arrivals;
    private final Set<SseEmitter> open = ConcurrentHashMap.newKeySet();
    private @Nullable Thread teller;

    LiveUpdates(Memory memory, Arrivals arrivals) {
        this.memory = memory;
        this.arrivals = arrivals;
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> live() throws IOException {
        var page = new SseEmitter(LIFE.toMillis());
        page.onCompletion(() -> open.remove(page));
        page.onTimeout(page::complete);
        page.onError(_ -> open.remove(page));
        page.send(SseEmitter.event().name("hello").data(memory.position()).reconnectTime(RECONNECT_MILLIS));
        open.add(page);
        tell();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().noTransform())
                .header("X-Accel-Buffering", "no")
                .body(page);
    }

    /** The same for pages behind something that holds events back. */
    @GetMapping(path = "/live/position", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    String position() {
        return Long.toString(memory.position());
    }

    private synchronized void tell() {
        if (teller == null) {
            teller = Thread.ofVirtual().name("live-updates").start(this::untilAllHaveGone);
        }
    }

    private void untilAllHaveGone() {
        long told = memory.position();
        while (!lastHasGone()) {
            long before = told;
            arrivals.await(() -> memory.position() > before, HEARTBEAT);
            told = memory.position();
            var news = told > before
                    ? SseEmitter.event().id(Long.toString(told)).name("position").data(told)
                    : SseEmitter.event().comment("still here");
            var data = news.build();
            open.forEach(page -> send(page, data));
        }
    }

    private synchronized boolean lastHasGone() {
        if (open.isEmpty()) {
            teller = null;
            return true;
        }
        return false;
    }

    private void send(SseEmitter page, Set<ResponseBodyEmitter.DataWithMediaType> news) {
        try {
            page.send(news);
        } catch (IOException | IllegalStateException gone) {
            open.remove(page);
        }
    }
}
