// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import orgmemory.query.screen.form.Field.Kind;

/** The parts of lists in forms: what was typed into part 2 of the shares stands under {@code shares[2].lineId}. */
final class Parts {

    private static final Pattern PART = Pattern.compile("([A-Za-z.]+)\\[(\\d{1,4})](\\.[A-Za-z]+)?");

    private Parts() {
    }

    /** Under which name the field of a part is typed. */
    static String name(Field list, int index, Field part) {
        return list.name() + '[' + index + ']' + (part.name().isEmpty() ? "" : '.' + part.name());
    }

    /** How many parts of a list a form shows. */
    static int count(Field list, Map<String, String> typed) {
        var last = typed.keySet()
                .stream()
                .map(PART::matcher)
                .filter(part -> part.matches() && part.group(1).equals(list.name()))
                .mapToInt(part -> Integer.parseInt(part.group(2)))
                .max()
                .orElse(-1);
        return Math.min(last + 1, Field.MOST_PARTS);
    }

    /** How many empty parts a form begins with that was not sent yet. */
    static int toBeginWith(Field list, Form form) {
        return form.typed().containsKey("key") ? 0 : list.ofPlainParts() && list.min() == 0 ? 0 : 1;
    }

    /** The same form without parts in which nothing stands, so that the others count on as the command's do. */
    static Form compact(Form form, List<Field> fields) {
        var typed = form.typed();
        for (var list : fields) {
            if (list.is(Kind.LIST)) {
                var all = typed;
                typed = moved(list, all, parts -> parts.removeIf(index -> list.parts()
                        .stream()
                        .allMatch(part -> all.getOrDefault(name(list, index, part), "").isEmpty())));
            }
        }
        return form.with(typed);
    }

    /** Whether the form was sent to show one part more or less, not to be acted on. */
    static boolean changes(Form form) {
        return !form.value("add").isEmpty() || !form.value("remove").isEmpty();
    }

    /** The form with one part more or less, as it asks for. */
    static Form changed(Form form, List<Field> fields) {
        var typed = new LinkedHashMap<>(form.typed());
        var add = typed.remove("add");
        var remove = typed.remove("remove");
        for (var list : fields) {
            if (list.is(Kind.LIST) && list.name().equals(add) && count(list, typed) < Field.MOST_PARTS) {
                typed.put(name(list, count(list, typed), list.parts().getFirst()), "");
            }
        }
        var gone = PART.matcher(remove == null ? "" : remove);
        if (gone.matches()) {
            for (var list : fields) {
                if (list.is(Kind.LIST) && list.name().equals(gone.group(1))) {
                    int index = Integer.parseInt(gone.group(2));
                    return form.with(moved(list, typed, parts -> parts.remove(index)));
                }
            }
        }
        return form.with(typed);
    }

    /** What was typed, with those parts of a list alone that are left, counted from 0 again. */
    private static Map<String, String> moved(Field list, Map<String, String> typed,
            Consumer<Set<Integer>> left) {
        var parts = new TreeSet<>(IntStream.range(0, count(list, typed)).boxed().toList());
        left.accept(parts);
        var places = new TreeMap<Integer, Integer>();
        parts.forEach(part -> places.put(part, places.size()));
        var moved = new LinkedHashMap<String, String>();
        typed.forEach((name, value) -> {
            var part = PART.matcher(name);
            if (!part.matches() || !part.group(1).equals(list.name())) {
                moved.put(name, value);
                return;
            }
            var place = places.get(Integer.valueOf(part.group(2)));
            if (place != null) {
                var inner = part.group(3) == null ? "" : part.group(3);
                moved.put(list.name() + '[' + place + ']' + inner, value);
            }
        });
        return moved;
    }
}
