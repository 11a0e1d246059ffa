// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.account;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import orgmemory.access.HttpProblem.InvalidField;

/**
 * The name somebody types to sign in. However it is typed, in whichever case and form of Unicode, it is the same name.
 *
 * @param shown as its owner wrote it, without marks that nobody sees
 * @param key   as it is compared
 */
public record SignInName(String shown, String key) {

    static final String FIELD = "signInName";

    private static final int SHORTEST = 2;
    private static final int LONGEST = 64;

    /** No name is looked at beyond this: what is typed may be of any length. */
    private static final int READ = 1_000;

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cc}]");
    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");
    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{Pd} '\"’׳״._@+]*");

    /** The name that was typed, whether or not there can be such a one. */
    public static SignInName typed(String text) {
        var plain = Normalizer.normalize(text.length() > READ ? text.substring(0, READ) : text,
                Normalizer.Form.NFKC);
        var spaced = SPACES.matcher(plain).replaceAll(" ");
        var shown = UNSEEN.matcher(spaced).replaceAll("").strip();
        return new SignInName(shown, key(shown));
    }

    /** What is wrong with it as a new name. */
    Optional<InvalidField> invalidField() {
        int length = shown.codePointCount(0, shown.length());
        if (length == 0) {
            return invalidField("NotBlank");
        }
        if (length < SHORTEST) {
            return invalidField("Size.min", SHORTEST);
        }
        if (length > LONGEST) {
            return invalidField("Size.max", LONGEST);
        }
        return FORM.matcher(shown).matches() ? Optional.empty() : invalidField("sign-in-name");
    }

    private static Optional<InvalidField> invalidField(String rule, Object... arguments) {
        return Optional.of(new InvalidField(FIELD, rule, List.of(arguments)));
    }

    /** Through upper case, since some letters have one capital and two small forms. */
    private static String key(String shown) {
        var folded = shown.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFKC);
    }
}
