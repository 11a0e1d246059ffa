// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import orgmemory.message.Command;
import orgmemory.message.Json;
import orgmemory.message.NewId;
import orgmemory.message.Envelope.OccurredOn;
import orgmemory.message.Subject;
import orgmemory.message.consultation.AdviceId;
import orgmemory.message.people.AreaId;
import orgmemory.message.people.PersonId;
import orgmemory.message.budget.BudgetYearId;
import orgmemory.message.budget.LineId;
import orgmemory.message.budget.RoundId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A well-formed body of any command, about an area and its line, read off the command itself: a command that comes later has
 * one, too.
 */
final class WellFormedBody {

    static final String YEAR = "WALK";

    private static final AtomicInteger MADE = new AtomicInteger();

    private final Class<? extends Command> command;
    private final String area;
    private final LocalDate today;

    private WellFormedBody(Class<? extends Command> command, String area, LocalDate today) {
        this.command = command;
        this.area = area;
        this.today = today;
    }

    static ObjectNode of(Class<? extends Command> command, String area, LocalDate today) {
        return new WellFormedBody(command, area, today).object(command);
    }

    private ObjectNode object(Class<?> type) {
        var object = Json.mapper().createObjectNode();
        for (var field : type.getRecordComponents()) {
            if (field.isAnnotationPresent(OccurredOn.class)) {
                // The envelope says the day.
                continue;
            }
            object.set(field.getName(), field.isAnnotationPresent(NewId.class)
                    ? JsonNodeFactory.instance.stringNode("new-" + MADE.incrementAndGet())
                    : value(field.getGenericType()));
        }
        return object;
    }

    private JsonNode value(Type generic) {
        var nodes = JsonNodeFactory.instance;
        if (generic instanceof ParameterizedType list) {
            return nodes.arrayNode().add(value(list.getActualTypeArguments()[0]));
        }
        var type = (Class<?>) generic;
        if (type == long.class || type == int.class || type == Integer.class) {
            return nodes.numberNode(1);
        }
        if (type == boolean.class) {
            return nodes.booleanNode(false);
        }
        if (type == ObjectNode.class) {
            return nodes.objectNode();
        }
        if (type == LocalDate.class) {
            return nodes.stringNode(today.toString());
        }
        if (type == UUID.class) {
            return nodes.stringNode(new UUID(0, 1).toString());
        }
        if (type.isEnum()) {
            return nodes.stringNode(type.getEnumConstants()[0].toString());
        }
        return type.isRecord() && type != Subject.class ? object(type) : nodes.stringNode(id(type));
    }

    private String id(Class<?> type) {
        if (type == PersonId.class) {
            return "W-SOMEBODY";
        }
        if (type == AdviceId.class) {
            return "ConsultationId-" + area + ":W-SOMEBODY";
        }
        if (type == AreaId.class) {
            return area;
        }
        if (type == BudgetYearId.class || type == RoundId.class) {
            return YEAR;
        }
        if (type == LineId.class) {
            // The one id that a command makes without saying that it does.
            boolean drafts = command.getSimpleName().startsWith("Draft");
            return YEAR + ":" + area + (drafts ? "-" + MADE.incrementAndGet() : "");
        }
        if (type == Subject.class) {
            return "line/" + YEAR + ":W-HEIR";
        }
        return type == String.class ? "words" : type.getSimpleName() + "-" + area;
    }
}
