// SPDX-License-Identifier: Apache-2.0
package orgmemory.command;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import orgmemory.journal.EventCodec;
import orgmemory.journal.Journal;
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
import orgmemory.message.budget.Amounts;
import orgmemory.message.people.AccountMessages.AccountEvent;
import orgmemory.message.people.GrantMessages.RoleGranted;
import orgmemory.message.people.GrantMessages.RoleRevoked;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import tools.jackson.databind.node.ObjectNode;

/** Puts mistakes right in any stream: by a later fact that names the original, which itself is never touched. */
public final class Corrections {

    private final Journal journal;
    private final EventBus events;
    private final EventCodec codec;
    private final Replacements replacements;

    /** @param events takes the corrections; their sequence tells a lost race */
    public Corrections(Journal journal, EventBus events, EventCodec codec) {
        this.journal = journal;
        this.events = events;
        this.codec = codec;
        this.replacements = new Replacements();
    }

    /** A fact as it stands, or as it stood before it was annulled. */
    private record AsTold(Event event, LocalDate day, boolean annulled) {
    }

    @CommandHandler
    void handle(CorrectRecord command, Circumstances who) {
        var stream = journal.stream(command.stream());
        append(stream, decide(stream, command, who), who);
    }

    @CommandHandler
    void handle(AnnulRecord command, Circumstances who) {
        var stream = journal.stream(command.stream());
        append(stream, decide(stream, command, who), who);
    }

    RecordCorrected decide(List<StoredEvent> stream, CorrectRecord command, Circumstances who) {
        var original = original(stream, command);
        mayChange(original.event(), who);
        var told = asTold(stream, original);
        var day = Objects.requireNonNullElse(command.occurredOn(), told.day);
        if (day.isAfter(who.today())) {
            throw new Rejected("occurred-on.future", day, who.today());
        }
        var right = replacements.of(told.event, command.replacement());
        if (!right.entity().equals(original.entity()) || !right.stream().equals(original.stream())) {
            throw new Rejected("record.other-entity", original.entity());
        }
        mayStand(right, who);
        if (right.equals(told.event) && day.equals(told.day) && !told.annulled) {
            throw new Rejected("record.nothing-changed");
        }
        var standing = Standing.ofStored(stream, codec);
        namesWhatExists(right, standing, who);
        mustHaveASum(right, told, standing);
        var storedAs = Catalogue.storedAs(right.getClass());
        return new RecordCorrected(original.stream(), original.entity(), original.eventId(),
                storedAs.value(), storedAs.revision(), day, replacements.json(right), command.reason());
    }

    RecordAnnulled decide(List<StoredEvent> stream, AnnulRecord command, Circumstances who) {
        var original = original(stream, command);
        mayChange(original.event(), who);
        if (asTold(stream, original).annulled) {
            throw new Rejected("record.already-annulled");
        }
        if (isFirst(original, stream) && hasFollowers(original, Standing.ofStored(stream, codec))) {
            throw new Rejected("record.first-with-followers", original.entity());
        }
        return new RecordAnnulled(original.stream(), original.entity(), original.eventId(), command.reason());
    }

    private void append(List<StoredEvent> stream, CorrectionEvent event, Circumstances who) {
        events.publish(new GenericDomainEventMessage<>(event.stream().type(), event.stream().toString(),
                stream.getLast().sequence() + 1, event, who.metadata()));
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
        // It took effect when it was recorded, and no later word takes that back.
        if (original.event() instanceof AccountEvent) {
            throw new Rejected("account.not-corrected");
        }
        return original;
    }

    private AsTold asTold(List<StoredEvent> stream, StoredEvent original) {
        var told = new AsTold(original.event(), original.envelope().occurredOn(), false);
        for (var stored : stream) {
            if (stored.event() instanceof CorrectionEvent correction
                    && correction.eventId().equals(original.eventId())) {
                told = switch (correction) {
                    case RecordCorrected right -> new AsTold(
                            codec.decode(right.name(), right.revision(), right.replacement()),
                            right.occurredOn(), false);
                    case RecordAnnulled annulled -> new AsTold(told.event, told.day, true);
                };
            }
        }
        return told;
    }

    /** Who lost a role does not make that undone themselves. */
    private static void mayChange(Event original, Circumstances who) {
        if (original instanceof RoleRevoked revoked && revoked.personId().subject().equals(who.actor())) {
            throw new Rejected("grant.back-to-oneself");
        }
    }

    /** A right that nobody else agreed to does not come by a correction either. */
    private static void mayStand(Event right, Circumstances who) {
        if (right instanceof RoleGranted grant) {
            if (!grant.role().grantable()) {
                throw new Rejected("grant.not-grantable", grant.role());
            }
            if (grant.until() != null && grant.until().isBefore(grant.from())) {
                throw new Rejected("grant.until-before-from", grant.from());
            }
            if (grant.personId().subject().equals(who.actor())) {
                throw new Rejected("grant.to-oneself");
            }
        }
    }

    /** Whoever names less than before may always do so. What was annulled names nothing until it is told again. */
    private static void mustHaveASum(Event right, AsTold told, List<StoredEvent> standing) {
        long before = told.annulled ? 0 : Amounts.named(told.event);
        if (Amounts.named(right) > before) {
            long named = Amounts.sum(standing.stream().map(StoredEvent::event).mapToLong(Amounts::named));
            Sums.mustHold(right, Amounts.minus(named, before), "replacement");
        }
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

    private static void namesWhatExists(Event right, List<StoredEvent> standing, Circumstances who) {
        NamedIds.in(right)
                .filter(id -> !id.equals(right.entity()) && !id.equals(right.stream()))
                .filter(id -> !exists(id, standing, who))
                .findFirst()
                .ifPresent(id -> {
                    throw Circumstances.unknown(id);
                });
    }

    private static boolean exists(Subject id, List<StoredEvent> standing, Circumstances who) {
        return who.register().exists(id)
                || standing.stream().anyMatch(stored -> stored.entity().equals(id));
    }
}
