// SPDX-License-Identifier: Apache-2.0
package orgmemory.message;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every event says beside its payload. It is stored as string metadata, so that it survives any transport.
 *
 * @param actor       who issued the command, a person's subject
 * @param capacity    the role that was used
 * @param onBehalfOf  the person or body who spoke, where the actor recorded it for them
 * @param attestation on whose word it stands
 * @param occurredOn  when it happened in the world, a day in the institute's time zone; never later than the recording
 * @param story       what it belongs to, as {@code round/CR-2017-1}
 * @param causation   the event that led to it, where a process of the service did
 * @param visibility  who may see it
 * @param sourceRef   meeting and item, document, or row of an import
 * @param language    the language the texts are written in
 * @param commandId   the id of the command, the same for all its events
 */
public record Envelope(Subject actor, Capacity capacity, @Nullable Subject onBehalfOf,
        Attestation attestation,
        LocalDate occurredOn, @Nullable Subject story, @Nullable String causation, Visibility visibility,
        @Nullable String sourceRef, Language language, String commandId) {

    /**
     * The day on which what a command tells of happened, where people say it with the rest: it becomes the envelope's, and
     * a form asks for it once.
     */
    @Retention(RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    public @interface OccurredOn {
    }

    /** Whether the fact was taken over from an earlier record. */
    public boolean imported() {
        return attestation == Attestation.IMPORTED;
    }

    /** Who spoke: the person or body on whose behalf it was recorded, else the actor. */
    public Subject speaker() {
        return onBehalfOf == null ? actor : onBehalfOf;
    }

    /** Who recorded it for the one who spoke; null where these are the same. */
    public @Nullable Subject recorder() {
        return onBehalfOf == null ? null : actor;
    }

    /** The same envelope for a fact of another day. */
    public Envelope occurredOn(LocalDate day) {
        return new Envelope(actor, capacity, onBehalfOf, attestation, day, story, causation, visibility,
                sourceRef,
                language, commandId);
    }

    /** The same envelope for those who may see another fact. */
    public Envelope visibleAs(Envelope other) {
        return new Envelope(actor, capacity, onBehalfOf, attestation, occurredOn, story, causation,
                other.visibility, sourceRef, language, commandId);
    }

    /** The envelope as it is stored. Absent values are left out. */
    public Map<String, String> toMetadata() {
        var metadata = new LinkedHashMap<String, String>();
        put(metadata, "actor", actor);
        put(metadata, "capacity", capacity);
        put(metadata, "onBehalfOf", onBehalfOf);
        put(metadata, "attestation", attestation);
        put(metadata, "occurredOn", occurredOn);
        put(metadata, "story", story);
        put(metadata, "causation", causation);
        put(metadata, "visibility", visibility);
        put(metadata, "sourceRef", sourceRef);
        put(metadata, "language", language);
        put(metadata, "commandId", commandId);
        return metadata;
    }

    /** Reads what {@link #toMetadata()} wrote; throws {@link IllegalArgumentException} where a value is missing. */
    public static Envelope of(Map<String, ?> metadata) {
        return new Envelope(Subject.of(need(metadata, "actor")), Capacity.valueOf(need(metadata, "capacity")),
                subject(metadata, "onBehalfOf"), Attestation.valueOf(need(metadata, "attestation")),
                LocalDate.parse(need(metadata, "occurredOn")), subject(metadata, "story"),
                text(metadata, "causation"),
                Visibility.of(need(metadata, "visibility")), text(metadata, "sourceRef"),
                Language.valueOf(need(metadata, "language")), need(metadata, "commandId"));
    }

    private static void put(Map<String, String> metadata, String name, @Nullable Object value) {
        if (value != null) {
            metadata.put(name, value.toString());
        }
    }

    private static @Nullable String text(Map<String, ?> metadata, String name) {
        var value = metadata.get(name);
        return value == null ? null : value.toString();
    }

    private static @Nullable Subject subject(Map<String, ?> metadata, String name) {
        var text = text(metadata, name);
        return text == null ? null : Subject.of(text);
    }

    private static String need(Map<String, ?> metadata, String name) {
        var text = text(metadata, name);
        if (text == null) {
            throw new IllegalArgumentException("The envelope lacks " + name);
        }
        return text;
    }
}
