// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orgmemory.query.screen.form.Choices.Choice;
import orgmemory.query.screen.form.SpecialForm.Addition;

/**
 * A form as a page shows it.
 *
 * @param command  the command's name
 * @param words    what is said around its fields
 * @param known    what the place says already: labels and what stands there, in words
 * @param hidden   values that go with the form unseen
 * @param fields   what is asked for
 * @param when     when, for whom and on whose word; null where the command does not take it
 * @param addition what its topic adds; null for nothing
 * @param back     where the page is without the form
 * @param anew     where it is with the form about the same things, before anything is filled in
 */
public record OpenForm(String command, Words words, Form form, Map<String, String> known,
        Map<String, String> hidden, List<OpenField> fields, @Nullable When when, @Nullable Addition addition,
        String back, String anew) {

    /** What is said around the fields, in the reader's language. */
    public record Words(String title, @Nullable String lead, String send) {
    }

    /**
     * When and for whom.
     *
     * @param summary in one sentence, as it stands
     * @param folded whether there is nothing to see: all is as usual, and nothing wrong
     * @param fields what can be said
     */
    public record When(String summary, boolean folded, List<OpenField> fields) {
    }

    /**
     * A field as it is shown.
     *
     * @param name    under which it is typed
     * @param choices what may be chosen; empty where anything may be typed
     * @param parts   of a list, the fields of each of its parts
     */
    public record OpenField(Field field, String name, String label, @Nullable String hint, String value,
            @Nullable String error, List<Choice> choices, List<List<OpenField>> parts) {

        private static final int SEARCHED = 12;

        /** The kind, as templates name it. */
        public String kind() {
            return field.kind().name();
        }

        /** Whether there is so much to choose from that one wants to search it. */
        public boolean searched() {
            return choices.size() > SEARCHED;
        }

        /** Choices by the heading that they stand under; the empty one has none. */
        public Map<String, List<Choice>> groups() {
            var groups = new LinkedHashMap<String, List<Choice>>();
            choices.forEach(choice -> groups
                    .computeIfAbsent(choice.group() == null ? "" : choice.group(), _ -> new ArrayList<>())
                    .add(choice));
            return groups;
        }

        /** What describes it to those who hear pages; null for nothing. */
        public @Nullable String described() {
            var by = (error == null ? "" : "e-" + name) + (hint == null ? "" : " h-" + name);
            return by.isBlank() ? null : by.strip();
        }
    }

    /** Fields that follow one another, some of which are watched together. */
    public record Group(boolean watched, List<OpenField> fields) {
    }

    /** The fields in their order, those apart that the topic watches. */
    public List<Group> groups() {
        var groups = new ArrayList<Group>();
        for (var field : fields) {
            boolean watched = addition != null && addition.live() != null
                    && addition.watched().contains(field.name());
            if (groups.isEmpty() || groups.getLast().watched() != watched) {
                groups.add(new Group(watched, new ArrayList<>()));
            }
            groups.getLast().fields().add(field);
        }
        return groups;
    }
}
