// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import orgmemory.query.screen.Topic;

/** The record itself: the first page, and everything that was ever recorded. */
@Component
@Order(0)
final class RecordTopic implements Topic {

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(new NavigationEntry("home", "/", "layout-dashboard"),
                new NavigationEntry("record-something", "/record-something", "pencil"),
                new NavigationEntry("log", "/log", "archive"));
    }
}
