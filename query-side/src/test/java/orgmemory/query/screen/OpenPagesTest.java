// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenPagesTest {

    private static final int PATIENCE = 30;

    /** A browser that takes each piece of news when it is let. */
    private static final class Slow extends SseEmitter {

        private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
        private final Semaphore reads = new Semaphore(0);

        @Override
        public void send(SseEventBuilder news) {
            heard.add(news.build()
                    .stream()
                    .map(part -> part.getData().toString())
                    .collect(Collectors.joining()));
            reads.acquireUninterruptibly();
        }

        private String next() throws InterruptedException {
            return Objects.requireNonNullElse(heard.poll(PATIENCE, TimeUnit.SECONDS), "nothing");
        }
    }

    @Test
    @Timeout(PATIENCE)
    void who_reads_slowly_hears_the_newest_position_and_none_that_is_older() throws InterruptedException {
        var browser = new Slow();
        var pages = new OpenPages(browser);
        pages.tell(7);
        assertThat(browser.next()).contains("position", "7");
        // The rest of a burst comes while the first of it is being read.
        pages.tell(8);
        pages.tell(9);
        browser.reads.release();
        assertThat(browser.next()).contains("position", "9");
        browser.reads.release();
        // A word that comes while the last one is still being ended is dropped, as it says nothing new.
        do {
            pages.tell(9);
        } while (browser.heard.isEmpty());
        assertThat(browser.next()).contains("still here");
    }
}
