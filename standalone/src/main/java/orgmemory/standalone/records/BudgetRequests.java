// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.records;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import orgmemory.message.Json;
import orgmemory.message.budget.BudgetYearMessages.MovementKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Requests to change a state's budget, as the neutral event lines of the Israeli budget have them: dated, signed lines in
 * thousand shekels, on behalf of the body that acted. Each becomes a past movement of its budget year.
 */
final class BudgetRequests implements RecordMapping {

    private static final long THOUSAND_SHEKELS = 100_000;

    private final Set<String> known = new HashSet<>();

    @Override
    public List<JsonNode> commands(JsonNode line) {
        var commands = new ArrayList<JsonNode>();
        var day = line.required("at").stringValue().substring(0, "2011-01-03".length());
        var actor = line.required("actor").stringValue();
        var year = line.required("data").required("fiscal_year").intValue();
        if (known.add("institute")) {
            commands.add(institute(day));
        }
        if (known.add(actor)) {
            commands.add(body(actor, day));
        }
        if (known.add("BY" + year)) {
            commands.add(year(year));
        }
        commands.add(movement(line, day, bodyId(actor), "BY" + year));
        return commands;
    }

    /** Every memory remembers one institute; where it knows one already, this is answered so and nothing changes. */
    private static JsonNode institute(String day) {
        var body = Json.mapper().createObjectNode();
        body.put("instituteId", "institute").put("name", "תקציב המדינה");
        return command("RegisterInstitute", "institute", body, day);
    }

    private static JsonNode body(String name, String day) {
        var body = Json.mapper().createObjectNode();
        body.put("bodyId", bodyId(name)).put("name", name);
        return command("RegisterBody", "body:" + bodyId(name), body, day);
    }

    private static JsonNode year(int year) {
        var from = year + "-01-01";
        var body = Json.mapper().createObjectNode();
        body.put("yearId", "BY" + year).put("from", from).put("to", year + "-12-31");
        return command("OpenBudgetYear", "year:" + year, body, from);
    }

    private static JsonNode movement(JsonNode line, String day, String bodyId, String yearId) {
        var subject = line.required("subject").stringValue();
        var body = Json.mapper().createObjectNode();
        body.put("yearId", yearId)
                .put("movementId", subject)
                .put("kind", kind(line.required("kind").stringValue()).name())
                .put("title", line.required("data").required("title").stringValue())
                .put("sourceReference", subject);
        var lines = body.putArray("lines");
        for (var item : line.required("data").required("lines")) {
            lines.addObject()
                    .put("code", item.required("item").stringValue())
                    .put("name", item.required("name").stringValue())
                    .put("amountAgorot",
                            Math.multiplyExact(item.required("net").longValue(), THOUSAND_SHEKELS));
        }
        var command = command("RecordPastMovement", "movement:" + subject, body, day);
        envelope(command).put("onBehalfOf", "body/" + bodyId).put("sourceRef", subject);
        return command;
    }

    private static ObjectNode command(String name, String key, ObjectNode body, String day) {
        body.putObject("envelope")
                .put("occurredOn", day)
                .put("attestation", "IMPORTED")
                .put("language", "he");
        var command = Json.mapper().createObjectNode();
        command.put("command", name).put("idempotencyKey", "budget-requests:" + key).set("body", body);
        return command;
    }

    private static ObjectNode envelope(ObjectNode command) {
        return (ObjectNode) command.required("body").required("envelope");
    }

    /** An id that can be read: {@code knesset-finance-committee}. */
    private static String bodyId(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private static MovementKind kind(String kind) {
        return switch (kind) {
            case "budget.cut" -> MovementKind.CUT;
            case "budget.cut_to_reserve" -> MovementKind.CUT_TO_RESERVE;
            case "budget.surplus_carried" -> MovementKind.SURPLUS_CARRIED;
            case "budget.increase" -> MovementKind.ADDITION;
            case "budget.internal_transfer" -> MovementKind.TRANSFER;
            case "budget.to_general_reserve" -> MovementKind.TO_RESERVE;
            case "budget.from_general_reserve" -> MovementKind.FROM_RESERVE;
            case "budget.between_sections" -> MovementKind.BETWEEN_SECTIONS;
            case "budget.reserve_allocation" -> MovementKind.RESERVE_ALLOCATION;
            case "budget.post_conversion" -> MovementKind.CONVERSION;
            default -> throw new IllegalArgumentException("The kind " + kind + " is not known");
        };
    }
}
