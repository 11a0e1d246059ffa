// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import java.util.Map;
import javax.sql.DataSource;
import orgmemory.access.Tokens;
import orgmemory.command.Capacities;
import orgmemory.command.door.Answer;
import orgmemory.command.door.Asked;
import orgmemory.command.door.CommandGate;
import orgmemory.journal.Journal;
import orgmemory.journal.StartRefused;
import orgmemory.message.Capacity;
import orgmemory.message.Json;
import orgmemory.message.Language;
import orgmemory.message.Rejected;
import orgmemory.message.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Opens an empty memory: the service itself registers the first memory keeper, who then enters everybody else. */
@Component
final class FirstKeeper {

    private static final int FACTS = 2;

    private final CommandGate gate;
    private final Journal journal;
    private final Tokens tokens;
    private final JdbcClient jdbc;

    FirstKeeper(CommandGate gate, Journal journal, Tokens tokens, DataSource dataSource) {
        this.gate = gate;
        this.journal = journal;
        this.tokens = tokens;
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * Registers the keeper and answers their token. Where an earlier try was interrupted before it could hand out the token,
     * it is carried to its end.
     */
    String register(String name) {
        if (journal.head() > FACTS || somebodyHasAToken()) {
            throw new StartRefused("This memory has people already, so --first-keeper is refused.");
        }
        try {
            var person = issue("RegisterPerson", Map.of("name", name));
            issue("GrantRole", Map.of("personId", person.id(), "role", Capacity.MEM));
            return tokens.issue(PersonId.of(person.id()), "first keeper");
        } catch (Rejected refusal) {
            throw new StartRefused("The first keeper could not be registered: " + refusal.getMessage() + ".",
                    refusal);
        }
    }

    private boolean somebodyHasAToken() {
        return jdbc.sql("select exists (select from access.token)").query(Boolean.class).single();
    }

    private Answer issue(String command, Map<String, Object> fields) {
        ObjectNode body = Json.mapper().valueToTree(fields);
        return gate.issue(new Asked(Capacities.SERVICE, command, body, Json.mapper().createObjectNode(),
                "first-keeper " + command, null, Language.he));
    }
}
