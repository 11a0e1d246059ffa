// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import orgmemory.message.Catalogue;
import orgmemory.message.Event;
import orgmemory.message.Json;
import orgmemory.message.StoredAs;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes events under their stored names and reads them back, in the newest revision. The registry is closed both ways: a
 * stored name chooses among the events it was made with, and never a class to load.
 */
public final class EventCodec {

    /** A stored event that this release cannot read: its name is unknown, or its revision is from the future. */
    public static final class Unreadable extends RuntimeException {

        Unreadable(String sentence) {
            super(sentence);
        }

        Unreadable(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }

    private record Entry(Class<? extends Event> type, int revision, ObjectReader reader) {
    }

    private record UpcastFrom(String name, int fromRevision) {
    }

    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<UpcastFrom, Upcaster> upcasters = new HashMap<>();

    /** Knows every event of the {@link Catalogue} and every {@link Upcaster}. */
    public EventCodec() {
        this(Catalogue.events().toList(), Upcaster.all());
    }

    /** Knows just these. Throws where a revision between the first and the newest has no upcaster, or one too many. */
    public EventCodec(Collection<? extends Class<? extends Event>> events, List<Upcaster> upcasters) {
        for (var type : events) {
            var storedAs = Catalogue.storedAs(type);
            var entry = new Entry(type, storedAs.revision(), Json.mapper().readerFor(type));
            if (entries.put(storedAs.value(), entry) != null) {
                throw new IllegalStateException("Two events are stored as " + storedAs.value());
            }
        }
        for (var upcaster : upcasters) {
            if (this.upcasters.put(new UpcastFrom(upcaster.name(), upcaster.fromRevision()),
                    upcaster) != null) {
                throw new IllegalStateException(
                        "Two upcasters from " + form(upcaster.name(), upcaster.fromRevision()));
            }
        }
        checkComplete();
    }

    /** Under which name and revision an event is stored now. */
    public StoredAs storedAs(Event event) {
        var storedAs = Catalogue.storedAs(event.getClass());
        var entry = entries.get(storedAs.value());
        if (entry == null || entry.type() != event.getClass()) {
            throw new IllegalArgumentException(event.getClass().getSimpleName() + " is not in the registry");
        }
        return storedAs;
    }

    /** All that can be read, each as its stored name and a revision. */
    public Set<String> forms() {
        var forms = new TreeSet<String>();
        entries.forEach((name, entry) -> {
            for (int revision = 1; revision <= entry.revision(); revision++) {
                forms.add(form(name, revision));
            }
        });
        return forms;
    }

    /** The payload as it is stored. */
    public byte[] encode(Event event) {
        storedAs(event);
        return Json.mapper().writeValueAsBytes(event);
    }

    /** Reads a payload of any revision there has been. */
    public Event decode(String name, int revision, byte[] payload) {
        var entry = entry(name, revision);
        try {
            return entry.revision() == revision
                    ? entry.reader().readValue(payload)
                    : upcast(name, revision, entry, (ObjectNode) Json.mapper().readTree(payload));
        } catch (JacksonException | ClassCastException unreadable) {
            throw unreadable(name, revision, unreadable);
        }
    }

    /** Reads a replacement that a correction carries, which is of the corrected event's revision. */
    public Event decode(String name, int revision, ObjectNode payload) {
        try {
            return upcast(name, revision, entry(name, revision), payload);
        } catch (JacksonException unreadable) {
            throw unreadable(name, revision, unreadable);
        }
    }

    private Event upcast(String name, int revision, Entry entry, ObjectNode payload) {
        var node = payload.deepCopy();
        for (int from = revision; from < entry.revision(); from++) {
            var upcaster = upcasters.get(new UpcastFrom(name, from));
            if (upcaster == null) {
                throw new Unreadable("No upcaster from " + form(name, from));
            }
            node = upcaster.change().apply(node);
        }
        return entry.reader().readValue(node);
    }

    private Entry entry(String name, int revision) {
        var entry = entries.get(name);
        if (entry == null) {
            throw new Unreadable("Nothing is stored as " + name);
        }
        if (revision < 1 || revision > entry.revision()) {
            throw new Unreadable(form(name, revision) + " is unknown; the newest is " + entry.revision());
        }
        return entry;
    }

    private void checkComplete() {
        entries.forEach((name, entry) -> {
            for (int from = 1; from < entry.revision(); from++) {
                if (!upcasters.containsKey(new UpcastFrom(name, from))) {
                    throw new IllegalStateException("An upcaster is missing from " + form(name, from));
                }
            }
        });
        upcasters.keySet().forEach(step -> {
            var entry = entries.get(step.name());
            if (entry == null || step.fromRevision() < 1 || step.fromRevision() >= entry.revision()) {
                throw new IllegalStateException(
                        "An upcaster leads nowhere from " + form(step.name(), step.fromRevision()));
            }
        });
    }

    private static Unreadable unreadable(String name, int revision, Exception cause) {
        return new Unreadable("Cannot read the payload of " + form(name, revision), cause);
    }

    private static String form(String name, int revision) {
        return name + " revision " + revision;
    }
}
