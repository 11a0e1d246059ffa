// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The colours of the pages can be read where they meet, by day and by night, also where no tool can look: in drawings. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ColoursTest {

    /** A colour in the light and in the dark theme. */
    private record Colour(Shade light, Shade dark) {
    }

    /** What WCAG calls the relative luminance of a colour written as #rrggbb. */
    private record Shade(double luminance) {

        static Shade of(String hex) {
            return new Shade(0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5));
        }

        private static double channel(String hex, int from) {
            double value = Integer.parseInt(hex.substring(from, from + 2), 16) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
        }

        double contrast(Shade other) {
            return (Math.max(luminance, other.luminance) + 0.05)
                    / (Math.min(luminance, other.luminance) + 0.05);
        }
    }

    private static final double TEXT = 4.5;
    private static final double SHAPE = 3;

    private static final Pattern TOKEN = Pattern.compile("--([\\w-]+):\\s*(light-dark\\([^;]*\\)|#\\w{6});");
    private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");

    private static final List<String> GROUNDS = List.of("paper", "surface", "surface-2", "well");
    private static final List<String> TONES = List.of("green", "teal", "indigo", "violet", "gold", "copper",
            "rose", "slate");
    private static final List<String> INKS = List.of("ink", "ink-2", "ink-3", "brand");

    private static final Map<String, Colour> COLOURS = colours();

    @Test
    void texts_stand_out_from_every_ground() {
        var pale = new ArrayList<String>();
        BiConsumer<String, String> meet = (text, ground) -> pale.addAll(weak(text, ground, TEXT));
        for (var ground : GROUNDS) {
            INKS.forEach(text -> meet.accept(text, ground));
            TONES.forEach(text -> meet.accept(text, ground));
        }
        for (var tone : TONES) {
            List.of(tone, "ink", "ink-2").forEach(text -> meet.accept(text, tone + "-s"));
        }
        List.of("brand", "ink").forEach(text -> meet.accept(text, "brand-soft"));
        for (var ground : List.of("side", "side-on")) {
            List.of("side-ink", "side-ink-2").forEach(text -> meet.accept(text, ground));
        }
        meet.accept("brand-ink", "brand");
        meet.accept("paper", "ink");
        assertThat(pale).isEmpty();
    }

    @Test
    void fields_and_the_place_of_the_keyboard_stand_out() {
        var pale = new ArrayList<String>();
        for (var ground : List.of("paper", "surface")) {
            pale.addAll(weak("field", ground, SHAPE));
            pale.addAll(weak("focus", ground, SHAPE));
        }
        pale.addAll(weak("side-focus", "side", SHAPE));
        pale.addAll(weak("side-focus", "side-on", SHAPE));
        assertThat(pale).isEmpty();
    }

    @Test
    void the_measure_is_that_of_the_standard() {
        assertThat(Shade.of("#000000").contrast(Shade.of("#ffffff"))).isEqualTo(21);
        assertThat(Shade.of("#777777").contrast(Shade.of("#ffffff"))).isBetween(4.47, 4.49);
    }

    private static List<String> weak(String text, String ground, double enough) {
        var above = colour(text);
        var below = colour(ground);
        var weak = new ArrayList<String>();
        note(weak, text + " on " + ground + " by day", above.light().contrast(below.light()), enough);
        note(weak, text + " on " + ground + " by night", above.dark().contrast(below.dark()), enough);
        return weak;
    }

    private static void note(List<String> weak, String pair, double contrast, double enough) {
        if (contrast < enough) {
            weak.add("%s: %.2f".formatted(pair, contrast));
        }
    }

    private static Colour colour(String token) {
        return Objects.requireNonNull(COLOURS.get(token), token);
    }

    private static Map<String, Colour> colours() {
        var style = Sources.root().resolve("query-side/src/main/resources/static/css/app.css");
        var colours = new TreeMap<String, Colour>();
        TOKEN.matcher(String.join("\n", Sources.lines(style))).results().forEach(token -> {
            var shades = HEX.matcher(token.group(2)).results().map(hex -> Shade.of(hex.group())).toList();
            if (!shades.isEmpty()) {
                colours.put(token.group(1), new Colour(shades.getFirst(), shades.getLast()));
            }
        });
        return colours;
    }
}
