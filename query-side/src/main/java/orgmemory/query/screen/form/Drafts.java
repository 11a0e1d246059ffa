// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import orgmemory.message.Command;
import orgmemory.message.Subject;
import orgmemory.query.memory.facts.FactReads;
import orgmemory.query.memory.facts.FactReads.Whereabouts;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.description.Places;
import orgmemory.query.screen.form.Field.Kind;

/**
 * Begins forms with what their place says: the thing that the page is about, the thing that the address names for the command
 * to be about, and the whole of which these are parts.
 */
@Component
final class Drafts {

    private final FactReads facts;
    private final Places places;

    Drafts(FactReads facts, Places places) {
        this.facts = facts;
        this.places = places;
    }

    /** @param given what the address says, by field */
    Draft of(Class<? extends Command> command, Page page, Form form, Map<String, String> given) {
        var known = new LinkedHashMap<String, String>();
        var identity = Identity.of(command);
        for (var field : CommandFields.of(command)) {
            if (field.is(Kind.THING)) {
                ofPage(page, field).or(() -> Optional.ofNullable(given.get(field.name()))
                        .filter(_ -> identity.contains(field)))
                        .filter(id -> exists(field, id))
                        .ifPresent(id -> known.put(field.name(), id));
            }
        }
        var draft = new Draft(command, page, form, known);
        identity.stream().findFirst().ifPresent(whole -> {
            if (whole.is(Kind.THING) && !known.containsKey(whole.name())) {
                followed(whole, draft).ifPresent(id -> known.put(whole.name(), id));
            }
        });
        return new Draft(command, page, form, Map.copyOf(known));
    }

    /** The version of the thing that a form is about, where it counts, which whoever sends it says that they saw. */
    Optional<Long> version(Draft draft) {
        return Identity.versioned(draft.command())
                .flatMap(part -> whereabouts(part, draft.value(part.name())))
                .map(Whereabouts::version);
    }

    private Optional<String> followed(Field whole, Draft draft) {
        return Identity.leading(draft.command(), whole)
                .flatMap(leading -> whereabouts(leading, draft.value(leading.name())))
                .map(found -> found.stream().id());
    }

    /** The thing that the page is about, where a field is named for the like of it. */
    private Optional<String> ofPage(Page page, Field field) {
        var type = field.type().getSimpleName();
        if (!field.name().equalsIgnoreCase(type)) {
            return Optional.empty();
        }
        var place = places.of(new Subject(Identity.typeName(field.type()), "x"));
        var above = place.substring(0, place.length() - 1);
        return page.path().startsWith(above) && page.path().length() > above.length()
                ? Optional.of(URLDecoder.decode(page.path().substring(above.length()), UTF_8))
                : Optional.empty();
    }

    private boolean exists(Field field, String id) {
        return whereabouts(field, id).isPresent();
    }

    private Optional<Whereabouts> whereabouts(Field field, String id) {
        try {
            return facts.whereabouts(new Subject(Identity.typeName(field.type()), id));
        } catch (IllegalArgumentException forged) {
            return Optional.empty();
        }
    }
}
