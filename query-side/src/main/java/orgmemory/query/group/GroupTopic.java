// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.group;

import java.util.List;
import java.util.Map;
import orgmemory.query.screen.Topic;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Learning together, in groups that manage themselves. */
@Component
@Order(4)
final class GroupTopic implements Topic {

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(new NavigationEntry("groups", "/groups", "school"));
    }

    @Override
    public Map<String, String> places() {
        return Map.of("group", "/groups/");
    }
}
