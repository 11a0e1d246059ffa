// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;

/** A form that is open, as one fills it in and sends it. */
final class Dialog {

    private static final String SEND = Board.DIALOG + " footer button[type=submit]";

    private Dialog() {
    }

    /** Fills in fields, each by its name and what is written or chosen, sends them, and waits until that was taken. */
    static void send(Visit visit, String... fields) {
        visit.find(Board.DIALOG).waitFor();
        for (int i = 0; i < fields.length; i += 2) {
            fill(visit, fields[i], fields[i + 1]);
        }
        visit.find(SEND).click();
        assertThat(visit.find(".toast")).isVisible();
        assertThat(visit.find(Board.DIALOG)).hasCount(0);
    }

    private static void fill(Visit visit, String name, String value) {
        var field = visit.find(Board.DIALOG + " [name='" + name + "']");
        if (name.startsWith("envelope.") && !field.isVisible()) {
            visit.find(Board.DIALOG + " .form-when summary").click();
        }
        if (name.endsWith("]") || name.contains("].")) {
            addUntilThere(visit, name, field);
        }
        if (field.evaluate("e => e.tagName").equals("SELECT")) {
            field.selectOption(option(field, value));
        } else if ("checkbox".equals(field.getAttribute("type"))) {
            field.setChecked(Boolean.parseBoolean(value));
        } else {
            field.fill(value);
        }
    }

    /** A list shows one part at first. */
    private static void addUntilThere(Visit visit, String name, Locator field) {
        if (field.count() == 0) {
            var list = name.substring(0, name.indexOf('['));
            visit.find(Board.DIALOG + " button[name=add][value=" + list + "]").click();
            field.waitFor();
        }
    }

    /** The value of an option by what it says, or the value itself. */
    private static String option(Locator field, String said) {
        var options = field.locator("option").filter(new Locator.FilterOptions().setHasText(said));
        return options.count() == 0 ? said : String.valueOf(options.first().getAttribute("value"));
    }
}
