// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import orgmemory.access.entry.Departure;
import orgmemory.access.entry.Lookers;
import orgmemory.access.entry.Lookers.Looker;
import orgmemory.query.memory.Arrivals;
import orgmemory.query.memory.reading.Memory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells open pages that the memory has moved on: its position and nothing else, so that rights and languages stay with the
 * pages, which fetch themselves again. The events' ids are positions, so whoever was away learns at once what they missed.
 * Whoever is shown out, or chooses another password, is told nothing more from that fact's position on.
 */
@Controller
final class LiveUpdates implements SmartLifecycle, Departure {

    private static final Logger LOG = LoggerFactory.getLogger(LiveUpdates.class);

    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final long RECONNECT_MILLIS = 3_000;

    private final Memory memory;
    private final Arrivals arrivals;
    private final Lookers lookers;
    private final Map<OpenPages, Looker> open = new ConcurrentHashMap<>();
    private @Nullable Thread teller;
    private volatile boolean running;

    LiveUpdates(Memory memory, Arrivals arrivals, Lookers lookers) {
        this.memory = memory;
        this.arrivals = arrivals;
        this.lookers = lookers;
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> live(HttpServletRequest request) {
        var stream = new SseEmitter(LIFE.toMillis());
        var pages = new OpenPages(stream);
        stream.onCompletion(() -> open.remove(pages));
        stream.onTimeout(stream::complete);
        stream.onError(_ -> open.remove(pages));
        // Told of all that comes after the position of its greeting.
        open.put(pages, Lookers.of(request));
        tell();
        pages.greet(memory.position(), RECONNECT_MILLIS);
        if (!running) {
            letGo();
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().noTransform())
                .header("X-Accel-Buffering", "no")
                .body(stream);
    }

    /** The same for pages behind something that holds events back. */
    @GetMapping(path = "/live/position", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    String position() {
        return Long.toString(memory.position());
    }

    private synchronized void tell() {
        if (teller == null) {
            long announced = memory.position();
            teller = Thread.ofVirtual().name("live-updates").start(() -> untilAllHaveGone(announced));
        }
    }

    private void untilAllHaveGone(long from) {
        try {
            long announced = from;
            while (running && !lastHasGone()) {
                announced = tellAll(announced);
            }
        } catch (DataAccessException silent) {
            LOG.warn("The memory does not say where it stands; open pages ask again by themselves: {}",
                    silent.getMessage());
            letGo();
        }
    }

    private long tellAll(long announced) {
        arrivals.await(() -> !running || memory.position() > announced, HEARTBEAT);
        long position = running ? memory.position() : announced;
        leave(lookers.gone(open.values()));
        open.keySet().removeIf(OpenPages::haveGone);
        open.keySet().forEach(pages -> pages.tell(position));
        return position;
    }

    /** Somebody has signed out here; those who did elsewhere are found with the next news. */
    @Override
    public void of(Looker looker) {
        leave(Set.of(looker));
    }

    private void leave(Set<Looker> gone) {
        open.forEach((pages, looker) -> {
            if (gone.contains(looker)) {
                open.remove(pages);
                pages.end();
            }
        });
    }

    private synchronized boolean lastHasGone() {
        if (open.isEmpty()) {
            teller = null;
            return true;
        }
        return false;
    }

    /** Ends all answers that are still being given; the browsers ask again after a moment. */
    private synchronized void letGo() {
        teller = null;
        open.keySet().forEach(OpenPages::end);
        open.clear();
    }

    @Override
    public void start() {
        running = true;
    }

    /** Comes before the server waits for what is being answered: it would wait for open pages. */
    @Override
    public void stop() {
        running = false;
        arrivals.moved();
        letGo();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
