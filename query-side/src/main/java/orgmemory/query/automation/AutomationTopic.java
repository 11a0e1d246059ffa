// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.automation;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import orgmemory.query.screen.Topic;

/** What is due, and what the memory does of itself. */
@Component
@Order(9)
final class AutomationTopic implements Topic {

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(new NavigationEntry("due", "/due", "clock"));
    }
}
