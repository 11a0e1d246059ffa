// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.register;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import orgmemory.command.register.RegisterTables.Saying;
import orgmemory.journal.AppendCompanion;
import orgmemory.journal.EventCodec;
import orgmemory.journal.StoredEvent;
import orgmemory.message.CorrectionMessages.CorrectionEvent;
import orgmemory.message.CorrectionMessages.RecordAnnulled;
import orgmemory.message.CorrectionMessages.RecordCorrected;

/**
 * Writes the register in the commit of the events it follows from. Entries are only added, corrections included; the rows
 * of a key that something was said of are folded anew.
 */
public final class RegisterWriter implements AppendCompanion {

    private final EventCodec codec;
    private final ZoneId zone;
    private final RegisterEntries says;
    private final RuleBook book;

    /**
     * Writes what events say, and holds them to what they ask.
     *
     * @param zone where the institute is: its days are counted there
     */
    public RegisterWriter(EventCodec codec, ZoneId zone, RegisterEntries says, RuleBook book) {
        this.codec = codec;
        this.zone = zone;
        this.says = says;
        this.book = book;
    }

    @Override
    public void write(Connection connection, List<StoredEvent> events) throws SQLException {
        var tables = new RegisterTables(connection);
        var touched = new LinkedHashSet<RegisterKey>();
        var plain = new ArrayList<Saying>();
        for (var stored : events) {
            if (stored.event() instanceof CorrectionEvent correction) {
                // It asks what was said before it, of the same group too.
                tables.add(plain);
                plain.clear();
                touched.addAll(replace(tables, correction.eventId(), stored, entries(stored)));
            } else {
                var own = sayings(stored.eventId(), stored.position(), stored, entries(stored));
                own.forEach(saying -> touched.add(saying.key()));
                plain.addAll(own);
            }
        }
        tables.add(plain);
        if (!touched.isEmpty()) {
            var today = LocalDate.ofInstant(events.getFirst().recordedAt(), zone);
            var rules = RegisterRules.before(book, connection, today, touchesRoles(touched));
            tables.fold(touched);
            rules.after(events);
        }
    }

    @Override
    public boolean concerns(List<StoredEvent> events) {
        return events.stream()
                .anyMatch(stored -> stored.event() instanceof CorrectionEvent
                        || !says.of(stored.event(), stored.envelope().occurredOn())
                                .isEmpty());
    }

    private List<RegisterEntry> entries(StoredEvent stored) {
        return switch (stored.event()) {
            case RecordCorrected right -> says.of(
                    codec.decode(right.name(), right.revision(), right.replacement()), right.occurredOn());
            case RecordAnnulled annulled -> List.of();
            default -> says.of(stored.event(), stored.envelope().occurredOn());
        };
    }

    private static boolean touchesRoles(Set<RegisterKey> touched) {
        return touched.stream().anyMatch(key -> key.kind() == RegisterEntry.Kind.ROLE);
    }

    /** What was said of the original is taken back unless it is said again, then at the original's place. */
    private static Set<RegisterKey> replace(RegisterTables tables, String original, StoredEvent correction,
            List<RegisterEntry> entries) throws SQLException {
        var said = tables.said(original);
        if (said.isEmpty() && entries.isEmpty()) {
            return Set.of();
        }
        long origin = said.isEmpty() ? tables.position(original) : said.getFirst().origin();
        var sayings = sayings(original, origin, correction, entries);
        var touched = new LinkedHashSet<RegisterKey>();
        sayings.forEach(saying -> touched.add(saying.key()));
        for (var earlier : said) {
            if (touched.add(earlier.key())) {
                sayings.add(new Saying(earlier.key(), original, origin, correction.position(), null));
            }
        }
        tables.add(sayings);
        return touched;
    }

    private static List<Saying> sayings(String eventId, long origin, StoredEvent sayer,
            List<RegisterEntry> entries) {
        var sayings = new ArrayList<Saying>();
        for (var entry : entries) {
            sayings.add(
                    new Saying(new RegisterKey(entry.kind(), entry.key()), eventId, origin, sayer.position(),
                            entry));
        }
        return sayings;
    }
}
