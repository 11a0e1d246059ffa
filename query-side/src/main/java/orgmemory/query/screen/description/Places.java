// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.description;

import java.util.Map;
import orgmemory.message.Subject;

/** On which page one reads of a thing: its own, where it has one, else its trail. */
public final class Places {

    private static final Map<String, String> OWN = Map.of("round", "/rounds/", "line", "/lines/", "person",
            "/people/", "manager", "/people/", "access-grant", "/people/", "account", "/people/", "area",
            "/areas/");

    private Places() {
    }

    public static String of(Subject subject) {
        var own = OWN.get(subject.type());
        return own == null ? trail(subject) : own + subject.id();
    }

    public static String trail(Subject subject) {
        return "/trail/" + subject;
    }
}
