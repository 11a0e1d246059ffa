// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import orgmemory.access.account.FirstKeeper;
import orgmemory.command.Capacities;
import orgmemory.command.http.CommandAnswer;
import orgmemory.command.http.CommandRequest;
import orgmemory.command.http.CommandDispatcher;
import orgmemory.journal.Journal;
import orgmemory.message.Capacity;
import orgmemory.message.Json;
import orgmemory.message.Language;
import orgmemory.message.people.PersonId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Opens an empty memory: the service itself registers the first memory keeper, who then enters everybody else. */
@Component
final class FirstRegistration implements FirstKeeper {

    /** More than anybody needs whose first tries were interrupted. */
    private static final int FACTS = 100;

    private final CommandDispatcher dispatcher;
    private final Journal journal;

    FirstRegistration(CommandDispatcher dispatcher, Journal journal) {
        this.dispatcher = dispatcher;
        this.journal = journal;
    }

    @Override
    public boolean isAwaited() {
        var facts = journal.after(0, FACTS + 1);
        return facts.size() <= FACTS && facts.stream()
                .allMatch(fact -> fact.envelope().actor().equals(Capacities.SERVICE)
                        && fact.envelope().sourceRef() == null);
    }

    /** The keys come from the name: the same name is the same person, and another name, after a crash, somebody else. */
    @Override
    public PersonId register(String name) {
        var key = "first-keeper " + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)) + " ";
        var person = new PersonId(issue("RegisterPerson", Map.of("name", name), key).id());
        issue("GrantRole", Map.of("personId", person, "role", Capacity.MEM), key);
        return person;
    }

    private CommandAnswer issue(String command, Map<String, Object> fields, String key) {
        ObjectNode body = Json.mapper().valueToTree(fields);
        return dispatcher
                .issue(new CommandRequest(Capacities.SERVICE, command, body, Json.mapper().createObjectNode(),
                        key + command, null, Language.he));
    }
}
