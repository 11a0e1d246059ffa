// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen;

import static java.util.stream.Collectors.toMap;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Where one can go from every page. Topics bring the pages; here stands in which order. */
@Component("navigation")
public final class Navigation {

    /** Names of pages that belong together; the group's name stands in the bundles under {@code nav.group.}. */
    private record Order(String group, List<String> pages) {
    }

    private static final List<Order> ORDER = List.of(
            new Order("now", List.of("home", "rounds", "consultations", "groups", "lines", "due")),
            new Order("people", List.of("people")),
            new Order("record", List.of("record-something", "log")));

    private final Map<String, Topic.NavigationEntry> byName;

    Navigation(List<Topic> topics) {
        byName = topics.stream()
                .flatMap(topic -> topic.navigation().stream())
                .collect(toMap(Topic.NavigationEntry::name, Function.identity()));
        var unplaced = new HashSet<>(byName.keySet());
        ORDER.forEach(group -> group.pages().forEach(unplaced::remove));
        if (!unplaced.isEmpty()) {
            throw new IllegalStateException("The navigation has no place for " + unplaced);
        }
    }

    /** Pages that belong together. */
    public record Group(String name, List<Item> items) {
    }

    /**
     * A page.
     *
     * @param name    stands in the bundles under {@code nav.}
     * @param current whether it, or one below it, is being looked at
     */
    public record Item(String name, String target, String icon, boolean current) {

        private static Item of(Topic.NavigationEntry entry, String path) {
            boolean there = entry.path().equals("/")
                    ? path.equals("/")
                    : path.equals(entry.path()) || path.startsWith(entry.path() + "/");
            return new Item(entry.name(), entry.path(), entry.icon(), there);
        }
    }

    /** The pages, with the one marked that is being looked at. */
    public List<Group> groups(Page page) {
        return ORDER.stream()
                .map(group -> new Group(group.group(),
                        group.pages()
                                .stream()
                                .flatMap(name -> Optional.ofNullable(byName.get(name)).stream())
                                .map(entry -> Item.of(entry, page.path()))
                                .toList()))
                .toList();
    }
}
