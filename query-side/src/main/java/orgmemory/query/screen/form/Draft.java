// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.form;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;
import orgmemory.message.Command;
import orgmemory.query.screen.Page;

/**
 * A form that somebody has opened on a page.
 *
 * @param form  what was typed, or what it begins with
 * @param known what the place says already, by field; it is not asked for, and nothing typed counts against it
 */
public record Draft(Class<? extends Command> command, Page page, Form form, Map<String, String> known) {

    /** The value of a field, known or typed; empty for none. */
    public String value(String field) {
        return known.getOrDefault(field, form.value(field));
    }

    public boolean of(Class<? extends Command> which) {
        return command == which;
    }

    /** The address that opens the form about the same things. */
    String anew() {
        var address = UriComponentsBuilder.fromUriString(page.bare())
                .queryParam("do", command.getSimpleName());
        known.forEach((field, id) -> address.queryParam(field, id));
        return address.build().toUriString();
    }

    Draft with(Form other) {
        return new Draft(command, page, other, known);
    }

    /** What was typed, with what is known in its place. */
    public Form whole() {
        var values = new LinkedHashMap<>(form.typed());
        values.putAll(known);
        return form.with(values);
    }
}
