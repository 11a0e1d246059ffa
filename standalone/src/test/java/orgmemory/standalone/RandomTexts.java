// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import java.util.Random;

/**
 * Texts of everything that Unicode has and a text may hold: letters of many scripts, characters beyond the first plane,
 * combining marks, line separators, marks of direction, quotes, backslashes and controls. Never blank.
 */
public final class RandomTexts {

    private static final String STUMBLING_BLOCKS = "\t\n\r\\\"'\u0001\u001f\u007f\u0085\u00a0\u00ad\u061c\u200b\u200d"
            + "\u200e\u200f\u2028\u2029\u202a\u202e\u2066\u2067\u2068\u2069\ufeff\ufffd\uffff,;|=+-@<>&%{}[]\\N\\.";
    private static final String LETTERS = "אבגדהוזחטיכךלמםנןסעפףצץקרשתabcdefXYZ0123456789 ";
    private static final int[][] PLANES = {{0x20, 0x7e}, {0x591, 0x5c7}, {0x300, 0x36f}, {0x600, 0x6ff},
            {0x1100, 0x11ff}, {0x4e00, 0x9fff}, {0xe000, 0xf8ff}, {0x10000, 0x100ff}, {0x1d400, 0x1d7ff},
            {0x1f300, 0x1faff}, {0x20000, 0x2a6df}, {0xe0001, 0xe007f}, {0x10fff0, 0x10ffff}};

    private final Random dice;

    public RandomTexts(Random dice) {
        this.dice = dice;
    }

    /** A text of one to so many UTF-16 units; as long as that at times. */
    public String upTo(int longest) {
        int length = dice.nextInt(4) == 0 ? longest : 1 + dice.nextInt(longest);
        var text = new StringBuilder(length);
        text.appendCodePoint('א' + dice.nextInt(27));
        // Half of the texts are of one kind throughout, so that long runs of pairs stand at odd and at even places.
        int[] plane = dice.nextBoolean() ? PLANES[dice.nextInt(PLANES.length)] : null;
        while (text.length() < length) {
            int point = plane == null ? any() : in(plane);
            if (text.length() + Character.charCount(point) <= length) {
                text.appendCodePoint(point);
            } else {
                text.append('.');
            }
        }
        return text.toString();
    }

    private int any() {
        return switch (dice.nextInt(4)) {
            case 0 -> STUMBLING_BLOCKS.charAt(dice.nextInt(STUMBLING_BLOCKS.length()));
            case 1 -> LETTERS.charAt(dice.nextInt(LETTERS.length()));
            default -> in(PLANES[dice.nextInt(PLANES.length)]);
        };
    }

    private int in(int[] plane) {
        return plane[0] + dice.nextInt(plane[1] - plane[0] + 1);
    }
}
