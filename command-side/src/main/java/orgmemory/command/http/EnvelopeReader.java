// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.constraints.Size;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import orgmemory.command.Capacities;
import orgmemory.message.Attestation;
import orgmemory.message.Capacity;
import orgmemory.message.Command;
import orgmemory.message.Envelope;
import orgmemory.message.Ids;
import orgmemory.message.Language;
import orgmemory.message.Envelope.OccurredOn;
import orgmemory.message.Rejected;
import orgmemory.message.Subject;
import orgmemory.message.Visibility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes the envelope of a command: the actor comes from the session, the rest from what the actor says or leaves out. */
public final class EnvelopeReader {

    /** What a person may say of a command. */
    record Said(@Nullable LocalDate occurredOn, @Nullable Subject onBehalfOf,
            @Nullable Attestation attestation,
            @Nullable Subject story, @Nullable Language language, @Nullable Visibility visibility,
            @Nullable @Size(max = 300) String sourceRef, @Nullable Capacity capacity) {
    }

    /** The field in which a kind of command tells its day itself; most have none. */
    private static final ClassValue<Optional<String>> OWN_DAY = new ClassValue<>() {

        @Override
        protected Optional<String> computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents())
                    .filter(component -> component.isAnnotationPresent(OccurredOn.class))
                    .map(RecordComponent::getName)
                    .findFirst();
        }
    };

    private final CommandReader reader;
    private final Capacities capacities;
    private final Supplier<LocalDate> today;

    /** @param today the present day in the institute's time zone */
    public EnvelopeReader(CommandReader reader, Capacities capacities, Supplier<LocalDate> today) {
        this.reader = reader;
        this.capacities = capacities;
        this.today = today;
    }

    Envelope read(CommandRequest request, Command command) {
        var said = reader.read(Said.class, request.envelope(), "envelope.");
        var now = today.get();
        var occurredOn = occurredOn(said, request, command, now);
        var attestation = requireNonNullElse(said.attestation(), Attestation.SELF);
        var capacity = capacities
                .of(new Capacities.Issue(request.actor(), said.capacity(), command.getClass(), occurredOn,
                        attestation, said.onBehalfOf()), now);
        return new Envelope(request.actor(), capacity, said.onBehalfOf(), attestation, occurredOn,
                said.story(),
                request.causation(),
                visibility(request, command, said, now), said.sourceRef(),
                requireNonNullElse(said.language(), request.language()), Ids.make());
    }

    /** Whoever narrows what may be seen may see it themselves. */
    private Visibility visibility(CommandRequest request, Command command, Said said, LocalDate today) {
        var visibility = requireNonNullElse(said.visibility(), command.visibility());
        if (said.visibility() != null) {
            capacities.maySee(visibility, request.actor(), today);
        }
        return visibility;
    }

    /** The day that the command tells itself, if it does: it has been found to have its form. */
    private static LocalDate occurredOn(Said said, CommandRequest request, Command command,
            LocalDate now) {
        var own = OWN_DAY.get(command.getClass())
                .map(field -> request.body().path(field))
                .filter(JsonNode::isString)
                .map(day -> LocalDate.parse(day.stringValue()));
        var envelope = said.occurredOn();
        if (own.isPresent() && envelope != null && !envelope.equals(own.get())) {
            throw new Rejected("occurred-on.two-days", own.get(), envelope);
        }
        return own.orElse(requireNonNullElse(envelope, now));
    }
}
