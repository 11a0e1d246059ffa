// SPDX-License-Identifier: Apache-2.0
package orgmemory.message;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import java.util.stream.IntStream;

/** Which texts there can be, and what of them somebody sees. Asked wherever texts come in, so that all doors agree. */
public final class Texts {

    /** What has a letter's or a mark's type and shows nothing all the same: first and last of each range. */
    private static final int[][] SHOW_NOTHING = {{0x034F, 0x034F}, {0x115F, 0x1160}, {0x17B4, 0x17B5},
            {0x180B, 0x180F}, {0x2800, 0x2800}, {0x3164, 0x3164}, {0xFE00, 0xFE0F}, {0xFFA0, 0xFFA0},
            {0xE0100, 0xE01EF}};

    private Texts() {
    }

    /** Whether it is text: no NUL, which no database text holds, and no half of a surrogate pair, which no file does. */
    public static boolean isText(String text) {
        return text.codePoints()
                .noneMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
    }

    /** Whether nobody sees anything of it: spaces, controls, marks of direction and what else shows nothing. */
    public static boolean isUnseen(String text) {
        return text.codePoints().allMatch(Texts::isUnseen);
    }

    /** The text without what nobody sees before its first and after its last sign. */
    public static String peeled(String text) {
        int[] points = text.codePoints().toArray();
        int from = 0;
        int to = points.length;
        while (from < to && isUnseen(points[from])) {
            from++;
        }
        while (to > from && isUnseen(points[to - 1])) {
            to--;
        }
        return new String(points, from, to - from);
    }

    /** Those of the texts that there are. */
    public static List<String> present(@Nullable String... texts) {
        return Stream.of(texts).filter(Objects::nonNull).map(String::valueOf).toList();
    }

    /** The text without anything that nobody sees, as for what is read sign by sign: an amount, a day, an id. */
    public static String seen(String text) {
        int[] points = text.codePoints().filter(point -> !isUnseen(point)).toArray();
        return new String(points, 0, points.length);
    }

    /** Whether the code point shows nothing. */
    public static boolean isUnseen(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR, Character.SURROGATE, Character.UNASSIGNED ->
                true;
            default -> IntStream.range(0, SHOW_NOTHING.length)
                    .anyMatch(i -> SHOW_NOTHING[i][0] <= point && point <= SHOW_NOTHING[i][1]);
        };
    }
}
