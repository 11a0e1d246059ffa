// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orgmemory.access.account.Admission;

/** A memory keeper puts a fact right where it is told, sees first what would change, and annuls it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CorrectionFormsTest {

    private static final Pattern LINK = Pattern.compile("do=(?:Correct|Annul)Record&amp;fact=(\\d+)\"");
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");
    private static final Pattern TRAIL = Pattern.compile("href=\"(/trail/body/[^\"#?]+)");

    @Test
    void a_fact_is_corrected_after_its_changes_were_seen_and_then_annulled(@TempDir Path data) {
        try (var memory = RunningMemory.start(data)) {
            var keeper = new Visitor(memory.address());
            keeper.becomeFirstKeeper(
                    "/welcome/" + memory.bean(Admission.class).inviteFirstKeeper().orElseThrow(),
                    "Ruth Almog");
            assertThat(send(keeper, "/record-something?do=RegisterBody", "name", "The bord").statusCode())
                    .isEqualTo(302);
            var trail = find(TRAIL, keeper.get("/log").body());
            var correct = trail + "?do=CorrectRecord&fact=" + find(LINK, keeper.get(trail).body());

            assertThat(keeper.get(correct).body()).contains("name=\"replacement.name\" value=\"The bord\"");
            var today = find(Pattern.compile("name=\"occurredOn\" value=\"([^\"]+)\""),
                    keeper.get(correct).body());
            var first = send(keeper, correct, "replacement.name", "The board", "occurredOn", today, "reason",
                    "A slip");
            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(first.body()).contains("This would change", ">The bord</s>", ">The board</b>");
            assertThat(keeper.get(trail).body()).doesNotContain("The board");

            assertThat(send(keeper, correct, "replacement.name", "The board", "occurredOn", today, "reason",
                    "A slip",
                    "seen", find(SEEN, first.body())).statusCode()).isEqualTo(302);
            assertThat(keeper.get(trail).body()).contains("The board", "A slip");

            var annul = trail + "?do=AnnulRecord&fact=" + find(LINK, keeper.get(trail).body());
            assertThat(send(keeper, annul, "reason", "There is none").statusCode()).isEqualTo(302);
            assertThat(keeper.get(trail).body()).contains("There is none");
        }
    }

    private static String find(Pattern pattern, String body) {
        var found = pattern.matcher(body);
        assertThat(found.find()).as("%s in %s", pattern, body).isTrue();
        return found.group(1);
    }

    private static HttpResponse<String> send(Visitor keeper, String path, String... fields) {
        var all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("key",
                find(Pattern.compile("name=\"key\" value=\"([^\"]+)\""), keeper.get(path).body())));
        return keeper.post(path, all.toArray(String[]::new));
    }
}
