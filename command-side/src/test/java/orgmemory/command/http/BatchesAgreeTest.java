// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import static orgmemory.command.http.Cast.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import orgmemory.access.account.Tokens;
import orgmemory.command.Capacities;
import orgmemory.command.register.Register;
import orgmemory.journal.Journal;
import orgmemory.journal.StoredEvent;
import orgmemory.message.Json;
import orgmemory.message.Language;
import orgmemory.message.Subject;
import orgmemory.message.people.PersonId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What lines of a batch are answered, and what comes of them, is what it would be if each were sent by itself. */
@SpringBootTest(classes = CommandSide.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = {
        "memory.limits.requests-per-person=100000000"})
@ContextConfiguration(initializers = CommandSide.OnItsOwn.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class BatchesAgreeTest {

    /** A long form is asked for with {@code -Dbatches.rounds=500}. */
    private static final int ROUNDS = Integer.getInteger("batches.rounds", 6);
    private static final long SEED = Long.getLong("batches.seed", new Random().nextLong());
    private static final int LINES = 120;

    @Autowired
    private Cast cast;
    @Autowired
    private Journal journal;
    @Autowired
    private Register register;
    @Autowired
    private CommandDispatcher dispatcher;
    @Autowired
    private Tokens tokens;
    private String token = "";

    @Test
    void lines_are_answered_and_recorded_as_if_each_were_sent_by_itself() {
        for (int round = 0; round < ROUNDS; round++) {
            long seed = SEED + round;
            var commands = new RandomCommands(seed);
            var random = new Random(seed);
            // The names of both are as long as each other and sort alike.
            var alone = "a" + Long.toHexString(seed) + ".";
            var together = "b" + Long.toHexString(seed) + ".";
            for (int part = 0; part < 3; part++) {
                var lines = commands.lines(LINES);
                var known = year(alone);
                var singly = lines.stream()
                        .map(line -> batch(List.of(line), alone, known).getFirst())
                        .toList();
                var knownThen = year(together);
                var batched = new ArrayList<JsonNode>();
                for (int from = 0; from < lines.size();) {
                    int to = Math.min(lines.size(), from + 1 + random.nextInt(LINES));
                    batched.addAll(batch(lines.subList(from, to), together, knownThen));
                    from = to;
                }
                for (int i = 0; i < lines.size(); i++) {
                    assertThat(told(batched.get(i), together)).as("seed %d: %s", seed, lines.get(i))
                            .isEqualTo(told(singly.get(i), alone));
                }
            }
            var recorded = facts(together);
            var expected = facts(alone);
            for (int i = 0; i < Math.min(recorded.size(), expected.size()); i++) {
                assertThat(recorded.get(i)).as("seed %d, fact %d", seed, i).isEqualTo(expected.get(i));
            }
            assertThat(recorded).as("seed %d", seed).hasSameSizeAs(expected);
        }
    }

    @Test
    void batches_and_single_commands_race_and_each_acts_once() throws Exception {
        var prefix = "r" + Long.toHexString(SEED) + ".";
        batch(List.of(
                "{'command':'OpenBudgetYear','body':{'yearId':'@Y','from':'2017-01-01','to':'2017-12-31'}}"),
                prefix);
        var senders = new ArrayList<Callable<List<JsonNode>>>();
        for (int sender = 0; sender < 6; sender++) {
            int own = sender;
            var lines = IntStream.range(0, 150).mapToObj(n -> racing(own, n)).toList();
            senders.add(() -> own < 3
                    ? batch(lines, prefix)
                    : lines.stream().map(line -> batch(List.of(line), prefix).getFirst()).toList());
        }
        var answers = new ArrayList<JsonNode>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var sent : threads.invokeAll(senders)) {
                answers.addAll(sent.get());
            }
        }
        assertThat(answers).extracting(answer -> answer.get("status").intValue()).containsOnly(200, 409);
        var year = year(prefix);
        assertThat(year).extracting(StoredEvent::sequence)
                .isEqualTo(LongStream.range(0, year.size()).boxed().toList());
        var taken = answers.stream().filter(answer -> answer.get("status").intValue() == 200).toList();
        assertThat(taken.stream().map(answer -> answer.get("after").stringValue()).sorted().toList())
                .isEqualTo(journal.after(0, Integer.MAX_VALUE)
                        .stream()
                        .filter(stored -> stored.stream().id().startsWith(prefix))
                        .map(StoredEvent::eventId)
                        .skip(1)
                        .sorted()
                        .toList());
        // Of each line and person that several tried to make known, one sender did.
        assertThat(taken).hasSize(6 * 50 + 50 + 50);
    }

    /** A third is a sender's own, a third is tried by all in one year, a third by all as people. */
    private static String racing(int sender, int n) {
        return switch (n % 3) {
            case 0 ->
                "{'command':'RecordRevenueForecast','body':{'yearId':'@Y','amountAgorot':%d,'source':'%d'}}"
                        .formatted(n, sender);
            case 1 -> ("{'command':'DraftBudgetLine','body':{'yearId':'@Y','lineId':'@Y:D%d','title':'x',"
                    + "'amountAgorot':1}}").formatted(n);
            default -> "{'command':'RegisterPerson','body':{'personId':'@P%d','name':'x'}}".formatted(n);
        };
    }

    /** Somebody who may issue everything, today and in the year that the commands are about. */
    private synchronized String token() {
        if (token.isEmpty()) {
            service("RegisterPerson", "{'personId':'ALL','name':'x'}");
            for (var role : new String[] {"MEM", "BST", "MM", "REC"}) {
                service("GrantRole", "{'personId':'ALL','role':'%s'}".formatted(role));
            }
            token = tokens.issue(new PersonId("ALL"), "test");
        }
        return token;
    }

    private void service(String command, String body) {
        dispatcher.issue(new CommandRequest(Capacities.SERVICE, command, (ObjectNode) json(body),
                (ObjectNode) json("{'occurredOn':'2017-01-01'}"), body, null, Language.en));
    }

    private List<StoredEvent> year(String prefix) {
        return journal.stream(Subject.of("budget-year", prefix + "Y"));
    }

    private List<JsonNode> batch(List<String> lines, String prefix) {
        return batch(lines, prefix, List.of());
    }

    private List<JsonNode> batch(List<String> lines, String prefix, List<StoredEvent> year) {
        var body = lines.stream()
                .map(line -> withIds(line, year).replace("@", prefix).replace('\'', '"'))
                .collect(Collectors.joining("\n"));
        var answer = cast.postBytes("/api/commands", "application/jsonl", BodyPublishers.ofString(body),
                "Authorization", "Bearer " + token());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var answers = answer.body().lines().map(line -> json(line)).toList();
        assertThat(answers).hasSize(lines.size());
        return answers;
    }

    private static String withIds(String line, List<StoredEvent> year) {
        int at = line.indexOf('#');
        if (at < 0) {
            return line;
        }
        int end = line.indexOf('\'', at);
        int number = Integer.parseInt(line.substring(at + 1, end));
        return line.substring(0, at) + (number < year.size() ? year.get(number).eventId() : "none")
                + line.substring(end);
    }

    /** An answer without what differs between two that say the same. */
    private String told(JsonNode answer, String prefix) {
        var fields = (ObjectNode) answer.deepCopy();
        fields.remove(List.of("line", "position"));
        if (fields.has("after")) {
            var event = journal.event(fields.remove("after").stringValue()).orElseThrow();
            fields.put("after", event.stream() + " " + event.sequence());
        }
        if (fields.at("/problem/events").isArray()) {
            fields.at("/problem/events")
                    .forEach(event -> ((ObjectNode) event)
                            .remove(List.of("eventId", "recordedAt")));
        }
        return fields.toString()
                .replace(prefix, "@")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "#");
    }

    /** All facts of some ids in their order, and what the register makes of them. */
    private List<String> facts(String prefix) {
        var numbers = new HashMap<String, Integer>();
        var facts = new ArrayList<String>();
        for (var stored : journal.after(0, Integer.MAX_VALUE)) {
            if (stored.stream().id().startsWith(prefix)) {
                numbers.put(stored.eventId(), facts.size());
                // Managers of the others are on every roll.
                var fact = fact(stored, numbers).replace(prefix, "@")
                        .replaceAll("\"[^\"@]+\\.P\\d\",?", "")
                        .replace(",]", "]");
                facts.add(fact);
            }
        }
        for (int n = 0; n < 5; n++) {
            var person = new PersonId(prefix + "P" + n);
            for (var day = LocalDate.of(2017, 1, 1); day.getYear() == 2017; day = day.plusDays(9)) {
                facts.add("%d on %s: %s %s %s %s".formatted(n, day, register.exists(person.subject(), day),
                        register.manager(person, day), register.roles(person, day).stream().sorted().toList(),
                        register.accountableForAny(person, day)));
            }
        }
        return facts;
    }

    private static String fact(StoredEvent stored, Map<String, Integer> numbers) {
        var payload = Json.mapper().writeValueAsString(stored.event());
        for (var number : numbers.entrySet()) {
            payload = payload.replace(number.getKey(), "#" + number.getValue());
        }
        var envelope = stored.envelope();
        return "%s %d %s %d %s %s %s %s %s".formatted(stored.stream(), stored.sequence(), stored.entity(),
                stored.entityVersion(), stored.name(), envelope.occurredOn(), envelope.attestation(),
                envelope.capacity(), payload);
    }
}
