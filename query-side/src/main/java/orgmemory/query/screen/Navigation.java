// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen;

import java.util.List;
import org.springframework.stereotype.Component;

/** Where one can go from every page: one line a page. */
@Component("navigation")
public final class Navigation {

    private static final List<Group> ALL = List.of(
            new Group("now", List.of(
                    new Item("home", "/", "layout-dashboard"),
                    new Item("rounds", "/rounds", "coins"),
                    new Item("lines", "/lines", "list"))),
            new Group("people", List.of(
                    new Item("people", "/people", "users"))),
            new Group("record", List.of(
                    new Item("log", "/log", "archive"))));

    /** Pages that belong together; the name stands in the bundles under {@code nav.group.}. */
    public record Group(String name, List<Item> items) {

        private Group on(String path) {
            return new Group(name, items.stream().map(item -> item.on(path)).toList());
        }
    }

    /**
     * A page.
     *
     * @param name    stands in the bundles under {@code nav.}
     * @param current whether it, or one below it, is being looked at
     */
    public record Item(String name, String target, String icon, boolean current) {

        private Item(String name, String target, String icon) {
            this(name, target, icon, false);
        }

        private Item on(String path) {
            boolean there = target.equals("/")
                    ? path.equals("/")
                    : path.equals(target) || path.startsWith(target + "/");
            return new Item(name, target, icon, there);
        }
    }

    /** The pages, with the one marked that is being looked at. */
    public List<Group> groups(Page page) {
        return ALL.stream().map(group -> group.on(page.path())).toList();
    }
}
