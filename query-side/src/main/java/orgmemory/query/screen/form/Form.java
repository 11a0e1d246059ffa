// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import orgmemory.message.Texts;

/**
 * A command's form: what was typed, and what is wrong with it.
 *
 * @param key     makes a form that is sent twice act once
 * @param typed   by field, as {@code reason}, {@code shares[0].lineId} and {@code envelope.occurredOn}
 * @param errors  by field, in the reader's language
 * @param refusal why the command as a whole was refused; null where it was not
 * @param status  what HTTP says of it; 200 for a form that was not sent yet
 */
public record Form(String key, Map<String, String> typed, Map<String, String> errors,
        @Nullable String refusal, int status) {

    /** A form that nobody has filled in yet. */
    public static Form fresh() {
        return fresh(Map.of());
    }

    /** A form with these values to begin with. */
    public static Form fresh(Map<String, String> values) {
        return new Form(UUID.randomUUID().toString(), Map.copyOf(values), Map.of(), null, 200);
    }

    /** A form as it was sent to an address: what was typed counts, also where the address says otherwise. */
    public static Form sent(MultiValueMap<String, String> addressThenForm) {
        var last = new LinkedHashMap<String, String>();
        addressThenForm.forEach((field, values) -> last.put(field, values.getLast()));
        return sent(last);
    }

    /** A form as it was sent. */
    public static Form sent(Map<String, String> typed) {
        var values = new LinkedHashMap<String, String>();
        typed.forEach((field, value) -> values.put(field, Texts.isUnseen(value) ? "" : value.strip()));
        var key = values.getOrDefault("key", "");
        return new Form(key.isEmpty() ? UUID.randomUUID().toString() : key, values, Map.of(), null, 200);
    }

    /** What was typed into a field; empty for nothing. */
    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    /** What is wrong with a field; null where nothing is. */
    public @Nullable String error(String field) {
        return errors.get(field);
    }

    public boolean wrong() {
        return refusal != null || !errors.isEmpty();
    }

    /** The same form with other values. */
    Form with(Map<String, String> values) {
        return new Form(key, values, errors, refusal, status);
    }

    Form refused(Map<String, String> wrong, @Nullable String why, int httpStatus) {
        return new Form(key, typed, wrong, why, httpStatus);
    }
}
