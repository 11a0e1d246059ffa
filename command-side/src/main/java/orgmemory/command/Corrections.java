// SPDX-License-Identifier: Apache-2.0
package orgmemory.command;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import orgmemory.journal.EventCodec;
import orgmemory.journal.Standing;
import orgmemory.journal.StoredEvent;
import orgmemory.message.Catalogue;
import orgmemory.message.CorrectionMessages.AnnulRecord;
import orgmemory.message.CorrectionMessages.CorrectRecord;
import orgmemory.message.CorrectionMessages.CorrectionCommand;
import orgmemory.message.CorrectionMessages.CorrectionEvent;
import orgmemory.message.CorrectionMessages.RecordAnnulled;
import orgmemory.message.CorrectionMessages.RecordCorrected;
import orgmemory.message.Event;
import orgmemory.message.Rejected;
import orgmemory.message.Subject;

/** Puts mistakes right in any stream: by a later fact that names the original, which itself is never touched. */
public final class Corrections {

    private final EventCodec codec;
    private final Deciders deciders;
    private final Replacements replacements = new Replacements();

    /** @param deciders say what may be corrected in their streams, and what no correction may say */
    public Corrections(EventCodec codec, Deciders deciders) {
        this.codec = codec;
        this.deciders = deciders;
    }

    /** A fact as it stands, or as it stood before it was annulled. */
    private record Corrected(Event event, LocalDate day, boolean annulled) {
    }

    /**
     * What the command becomes.
     *
     * @param stream all that was recorded in the stream, corrections included
     * @throws Rejected where the original is not there, or a rule stands against it
     */
    public CorrectionEvent decide(List<StoredEvent> stream, CorrectionCommand command,
            DecisionContext context) {
        return switch (command) {
            case CorrectRecord correct -> correct(stream, correct, context);
            case AnnulRecord annul -> annul(stream, annul, context);
        };
    }

    private RecordCorrected correct(List<StoredEvent> stream, CorrectRecord command,
            DecisionContext context) {
        var original = original(stream, command);
        mayCorrect(original.event(), context);
        var latest = corrected(stream, original);
        var day = Objects.requireNonNullElse(command.occurredOn(), latest.day);
        if (day.isAfter(context.today())) {
            throw new Rejected("occurred-on.future", day, context.today());
        }
        var right = replacements.of(latest.event, command.replacement());
        if (!right.entity().equals(original.entity()) || !right.stream().equals(original.stream())) {
            throw new Rejected("record.other-entity", original.entity());
        }
        var standing = Standing.ofStored(stream, codec);
        mayStand(right, latest, standing, context);
        if (right.equals(latest.event) && day.equals(latest.day) && !latest.annulled) {
            throw new Rejected("record.nothing-changed");
        }
        namesWhatExists(right, standing, context);
        var storedAs = Catalogue.storedAs(right.getClass());
        return new RecordCorrected(original.stream(), original.entity(), original.eventId(),
                storedAs.value(), storedAs.revision(), day, replacements.json(right), command.reason());
    }

    private RecordAnnulled annul(List<StoredEvent> stream, AnnulRecord command, DecisionContext context) {
        var original = original(stream, command);
        mayCorrect(original.event(), context);
        if (corrected(stream, original).annulled) {
            throw new Rejected("record.already-annulled");
        }
        if (isFirst(original, stream) && hasFollowers(original, Standing.ofStored(stream, codec))) {
            throw new Rejected("record.first-with-followers", original.entity());
        }
        return new RecordAnnulled(original.stream(), original.entity(), original.eventId(), command.reason());
    }

    private static StoredEvent original(List<StoredEvent> stream, CorrectionCommand command) {
        var original = stream.stream()
                .filter(stored -> stored.eventId().equals(command.eventId()))
                .findFirst()
                .orElseThrow(() -> Rejected.unknown("record.unknown-event", command.eventId(),
                        command.stream()));
        if (original.event() instanceof CorrectionEvent) {
            throw new Rejected("record.not-original", command.eventId());
        }
        return original;
    }

    private Corrected corrected(List<StoredEvent> stream, StoredEvent original) {
        var latest = new Corrected(original.event(), original.envelope().occurredOn(), false);
        for (var stored : stream) {
            if (stored.event() instanceof CorrectionEvent correction
                    && correction.eventId().equals(original.eventId())) {
                latest = switch (correction) {
                    case RecordCorrected right -> new Corrected(
                            codec.decode(right.name(), right.revision(), right.replacement()),
                            right.occurredOn(), false);
                    case RecordAnnulled annulled -> new Corrected(latest.event, latest.day, true);
                };
            }
        }
        return latest;
    }

    private void mayCorrect(Event original, DecisionContext context) {
        deciders.of(original).ifPresent(kind -> kind.mayCorrect(original, context));
    }

    private void mayStand(Event right, Corrected latest, List<StoredEvent> standing,
            DecisionContext context) {
        var before = latest.annulled ? null : latest.event;
        deciders.of(right)
                .ifPresent(kind -> kind.mayReplace(before, right,
                        standing.stream().map(StoredEvent::event).toList(), context));
    }

    private static boolean isFirst(StoredEvent original, List<StoredEvent> stream) {
        return stream.stream()
                .filter(stored -> stored.entity().equals(original.entity()))
                .min(Comparator.comparingLong(StoredEvent::sequence))
                .filter(first -> first.eventId().equals(original.eventId()))
                .isPresent();
    }

    /** Whether other facts that stand are about the thing that begins with this one, or name it. */
    private static boolean hasFollowers(StoredEvent original, List<StoredEvent> standing) {
        return standing.stream()
                .filter(stored -> !stored.eventId().equals(original.eventId()))
                .anyMatch(stored -> stored.event().subjects().contains(original.entity()));
    }

    private static void namesWhatExists(Event right, List<StoredEvent> standing, DecisionContext context) {
        NamedIds.in(right)
                .filter(id -> !id.equals(right.entity()) && !id.equals(right.stream()))
                .filter(id -> !exists(id, standing, context))
                .findFirst()
                .ifPresent(id -> {
                    throw DecisionContext.unknown(id);
                });
    }

    private static boolean exists(Subject id, List<StoredEvent> standing, DecisionContext context) {
        return standing.stream().anyMatch(stored -> stored.entity().equals(id))
                || context.register().exists(id);
    }
}
