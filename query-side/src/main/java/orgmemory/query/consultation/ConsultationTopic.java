// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.consultation;

import java.util.List;
import java.util.Map;
import orgmemory.query.screen.Topic;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Asking each other before something is decided. */
@Component
@Order(3)
final class ConsultationTopic implements Topic {

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(new NavigationEntry("consultations", "/consultations", "messages"));
    }

    @Override
    public Map<String, String> places() {
        return Map.of("consultation", "/consultations/");
    }
}
