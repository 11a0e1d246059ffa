// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.read;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What something with a name in two languages is called on pages of one of them. */
public final class InLanguage {

    private InLanguage() {
    }

    /**
     * The name that readers of the language know: of two names the Hebrew one on Hebrew pages and the other one elsewhere,
     * whichever was given first. The one name there is where there is no other.
     */
    public static @Nullable String called(@Nullable String name, @Nullable String otherName,
            Locale language) {
        if (name == null || otherName == null) {
            return name;
        }
        boolean hebrew = language.getLanguage().equals("he");
        return isHebrew(otherName) == hebrew && isHebrew(name) != hebrew ? otherName : name;
    }

    private static boolean isHebrew(String name) {
        return name.codePoints()
                .anyMatch(sign -> Character.UnicodeScript.of(sign) == Character.UnicodeScript.HEBREW);
    }
}
