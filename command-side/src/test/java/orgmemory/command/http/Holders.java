// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import orgmemory.message.Capacity;
import orgmemory.message.Json;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * People who hold a capacity, or whose capacity has ended in some way: of each capacity and each way one. Who answers for an
 * area has another one on all days, so that any area would not do.
 */
final class Holders {

    /** How somebody holds a capacity or does not. */
    enum Way {
        /** All the time. */
        HELD,
        /** Until yesterday, as it was laid down long ago. */
        ENDED,
        /** It was taken from them today. */
        REVOKED,
        /** From tomorrow on. */
        BEGINS_TOMORROW,
        /** Since yesterday: not on an earlier day. */
        BEGAN_YESTERDAY
    }

    /** So many days ago all held what has ended, and nobody what begins. */
    static final int AGO = 10;

    private final CommandDispatcher dispatcher;
    private final LocalDate today;
    private final Set<String> people = new HashSet<>();

    /** @param dispatcher where K keeps the memory */
    Holders(CommandDispatcher dispatcher, LocalDate today) {
        this.dispatcher = dispatcher;
        this.today = today;
        // Whoever else loses it: two are left who keep the memory.
        of(Capacity.MEM, Way.HELD);
        register("W-SOMEBODY");
        register("W-HEIR");
        imported("AppointManager", appointment("W-HEIR"), longAgo());
        imported("OpenBudgetYear",
                body("yearId", WellFormedBody.YEAR, "from", "2017-01-01", "to", "2017-12-31"),
                longAgo());
        imported("DraftBudgetLine", line("W-HEIR", null), longAgo());
        imported("OpenCutRound",
                body("yearId", WellFormedBody.YEAR, "roundId", WellFormedBody.YEAR, "cause", "cause")
                        .put("requiredAgorot", 1_000),
                longAgo());
        // Partners act in the third stage of the forum alone.
        imported("RecordStage", body("stage", "SELF_MANAGED_GROUPS"), longAgo());
    }

    private LocalDate longAgo() {
        return today.minusDays(30);
    }

    /** The service is nobody's role, and everybody is themselves at all times. */
    static boolean canEnd(Capacity capacity) {
        return capacity != Capacity.SYS && capacity != Capacity.SELF;
    }

    /** Whether it can be told of the capacity at all: nobody is appointed ahead. */
    static boolean exists(Capacity capacity, Way way) {
        return capacity != Capacity.MGR || way != Way.BEGINS_TOMORROW;
    }

    /** The code of a person, and of the area that they answer for. */
    static String code(Capacity capacity, Way way) {
        return "W-" + capacity + "-" + way;
    }

    PersonId of(Capacity capacity, Way way) {
        var code = code(capacity, way);
        if (people.add(code)) {
            register(code);
            switch (capacity) {
                case MGR -> manages(code, way);
                case OWN -> answers(code, way);
                default -> holds(code, capacity, way);
            }
        }
        return new PersonId(code);
    }

    private void holds(String code, Capacity role, Way way) {
        var from = way == Way.BEGAN_YESTERDAY ? today.minusDays(1) : longAgo();
        var grant = body("personId", code, "role", role.name());
        switch (way) {
            case BEGINS_TOMORROW -> now("GrantRole", grant.put("from", today.plusDays(1).toString()));
            case ENDED -> imported("GrantRole", grant.put("until", today.minusDays(1).toString()), from);
            default -> imported("GrantRole", grant, from);
        }
        if (way == Way.REVOKED) {
            now("RevokeRole", body("personId", code, "role", role.name()));
        }
    }

    private void manages(String code, Way way) {
        imported("AppointManager", appointment(code),
                way == Way.BEGAN_YESTERDAY ? today.minusDays(1) : longAgo());
        if (way == Way.ENDED || way == Way.REVOKED) {
            imported("EndAppointment", body("personId", code), way == Way.ENDED ? today.minusDays(1) : today);
        }
    }

    private void answers(String code, Way way) {
        imported("AppointManager", appointment(code), longAgo());
        var before = way == Way.BEGINS_TOMORROW || way == Way.BEGAN_YESTERDAY ? "W-HEIR" : code;
        area(code, before);
        area(code + "-other", code);
        imported("DraftBudgetLine", line(code, code), longAgo());
        imported("OfferSolidarityTransfer", offer(code), longAgo());
        var handOver = body("areaId", code, "managerId", before.equals(code) ? "W-HEIR" : code);
        switch (way) {
            case HELD -> {
                // Nothing has changed.
            }
            case ENDED, BEGAN_YESTERDAY -> imported("HandOverAccountability", handOver, today.minusDays(1));
            case REVOKED -> now("HandOverAccountability", handOver);
            case BEGINS_TOMORROW ->
                now("HandOverAccountability", handOver.put("from", today.plusDays(1).toString()));
        }
    }

    private void area(String area, String manager) {
        imported("OpenArea", body("areaId", area, "type", "DOMAIN", "name", area), longAgo());
        imported("AssignAccountableManager",
                body("areaId", area, "managerId", manager, "from", longAgo().toString()), longAgo());
    }

    private ObjectNode appointment(String code) {
        return body("personId", code, "kind", "DOMAIN", "tenureStart", "2016-01-01").put("timeSharePercent",
                50);
    }

    private static ObjectNode line(String code, @Nullable String area) {
        return body("yearId", WellFormedBody.YEAR, "lineId", WellFormedBody.YEAR + ":" + code, "title", code)
                .put("amountAgorot", 1_000)
                .put("areaId", area);
    }

    /** From the line to itself: both ends are of the same area. */
    private static ObjectNode offer(String code) {
        var offer = body("yearId", WellFormedBody.YEAR, "transferId", "TransferId-" + code, "kind", "FUNDS",
                "fromLineId", WellFormedBody.YEAR + ":" + code, "to",
                "line/" + WellFormedBody.YEAR + ":" + code, "why",
                "why").put("amountAgorot", 1);
        offer.putArray("principles");
        return offer;
    }

    private void register(String code) {
        imported("RegisterPerson", body("personId", code, "name", code), longAgo());
    }

    private void imported(String command, ObjectNode body, LocalDate day) {
        issue(command, body, body("occurredOn", day.toString(), "attestation", "IMPORTED"));
    }

    private void now(String command, ObjectNode body) {
        issue(command, body, null);
    }

    private void issue(String command, ObjectNode body, @Nullable ObjectNode envelope) {
        dispatcher.issue(new PersonId("K"), command, body, envelope, null, null);
    }

    /** Names and values in turn. */
    static ObjectNode body(String... fields) {
        var body = Json.mapper().createObjectNode();
        for (int i = 0; i < fields.length; i += 2) {
            body.put(fields[i], fields[i + 1]);
        }
        return body;
    }
}
