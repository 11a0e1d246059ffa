// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import orgmemory.journal.StartRefused;

/** A copy of a data folder with some facts in it, to be damaged: it must serve them all, or say why not. */
final class DataCopy {

    private static final int FACTS = 400;

    /** What the server itself makes anew or takes away while it is started and stopped. */
    private static final String PASSING = ".*(postmaster\\.pid|postmaster\\.opts|pg_internal\\.init|pgstat\\.stat"
            + "|pg_wal/[0-9A-F]{24}|\\.new|in-use|postgres-start\\.log)";

    private final Path data;

    DataCopy(Path data) {
        this.data = data;
    }

    /** Makes an original with facts in it. */
    static void original(Path data) throws Exception {
        try (var folder = DataFolder.take(data.toString());
                var database = StandaloneDatabase.open(folder, "");
                var connection = database.application().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                            insert into journal.event (position, event_id, stream, sequence, entity, entity_version, name,
                                revision, recorded_at, occurred_on, latest_day, reorders, metadata, payload)
                            select i, 'e-' || i, 'body/b', i - 1, 'body/b', i, 'people.body-registered', 1,
                                '2026-01-01'::timestamptz + i * interval '1 second', '2026-01-01', '2026-01-01', false, '{}',
                                convert_to(repeat(i::text, 100), 'UTF8')
                            from generate_series(1, %d) i
                            """
                            .formatted(FACTS));
        }
    }

    static DataCopy of(Path original, Path data) throws IOException {
        try (var all = Files.walk(original)) {
            for (var each : all.filter(each -> !each.equals(original)).toList()) {
                Files.copy(each, data.resolve(original.relativize(each)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return new DataCopy(data);
    }

    Path path() {
        return data;
    }

    Path file(String name) {
        return data.resolve("postgres").resolve(name);
    }

    /** Starts on it. Answers the sentence of a refusal; where it is served, everything is there. */
    Optional<String> start() throws Exception {
        var before = files();
        var refusal = serve();
        assertThat(before).as("nothing is gone").allMatch(this::isStillThere);
        return refusal;
    }

    /** What was moved away, by its old name. */
    List<String> setAside() throws IOException {
        try (var all = Files.list(data)) {
            return all.map(each -> each.getFileName().toString())
                    .filter(name -> name.contains("-set-aside-"))
                    .map(name -> name.replaceFirst("-set-aside-.*", ""))
                    .toList();
        }
    }

    private Optional<String> serve() throws Exception {
        try (var folder = DataFolder.take(data.toString());
                var database = StandaloneDatabase.open(folder, "");
                var connection = database.application().getConnection();
                var statement = connection.createStatement();
                var facts = statement.executeQuery(
                        "select count(*), sum(length(payload)), max(event_id) from journal.event")) {
            facts.next();
            assertThat(List.of(facts.getLong(1), facts.getLong(2), facts.getString(3)))
                    .containsExactly((long) FACTS, 100L * (9 + 90 * 2 + 301 * 3), "e-99");
            return Optional.empty();
        } catch (StartRefused refused) {
            var sentence = String.valueOf(refused.getMessage());
            assertThat(sentence).endsWith(".").doesNotContain("\n").contains(data.toString());
            return Optional.of(sentence);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            return all.map(data::relativize).filter(each -> !each.toString().matches(PASSING)).toList();
        }
    }

    private boolean isStillThere(Path file) {
        if (Files.exists(data.resolve(file), LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        try (var all = Files.list(data)) {
            return all.map(each -> each.getFileName().toString().replaceFirst("-set-aside-.*", ""))
                    .anyMatch(name -> Stream.of(file.toString().split("/", -1)).anyMatch(name::equals));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
