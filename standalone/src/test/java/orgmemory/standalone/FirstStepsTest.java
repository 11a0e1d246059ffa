// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orgmemory.access.account.Admission;

/** An empty memory is filled from its pages, without any script. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FirstStepsTest {

    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");

    @Test
    void a_keeper_names_the_institute_and_makes_people_areas_and_roles_known(@TempDir Path data) {
        try (var memory = RunningMemory.start(data)) {
            var keeper = new Visitor(memory.address());
            keeper.becomeFirstKeeper(link(memory), "Ruth Almog");
            assertThat(keeper.get("/").body()).contains("How this memory begins",
                    "/people?do=RegisterInstitute",
                    "/account/invitations");

            taken(keeper, "RegisterInstitute", "name", "The Institute");
            taken(keeper, "RegisterPerson", "name", "ليلى حداد", "latinName", "Layla Haddad");
            taken(keeper, "OpenArea", "name", "Early childhood", "type", "DOMAIN");
            var layla = chosen(keeper, "AppointManager", "Layla Haddad");
            taken(keeper, "AppointManager", "personId", layla, "kind", "DOMAIN", "tenureStart", "2020-01-01",
                    "timeSharePercent", "60");
            taken(keeper, "AssignAccountableManager", "areaId",
                    chosen(keeper, "AssignAccountableManager", "Early childhood"),
                    "managerId",
                    layla, "from", "2021-01-01", "envelope.occurredOn", "2021-01-01", "envelope.attestation",
                    "IMPORTED");
            taken(keeper, "GrantRole", "personId", layla, "role", "REC", "from", "", "until", "");

            assertThat(keeper.get("/people").body()).contains("Layla Haddad", "since 1 January 2021",
                    "recorder");
            assertThat(keeper.get("/people?asOf=2021-06-01").body()).contains("Layla Haddad");
            assertThat(keeper.get("/").body()).contains("The Institute", "Another one");
            assertThat(keeper.get("/trail/person/" + layla).body()).contains("Role granted",
                    "taken over from an earlier record");
        }
    }

    @Test
    void what_is_wrong_is_named_and_what_was_typed_is_kept(@TempDir Path data) {
        try (var memory = RunningMemory.start(data)) {
            var keeper = new Visitor(memory.address());
            keeper.becomeFirstKeeper(link(memory), "Ruth Almog");

            var empty = send(keeper, "/people?do=RegisterPerson", "name", "");
            assertThat(empty.statusCode()).isEqualTo(400);
            assertThat(empty.body()).contains("id=\"e-name\"", "aria-invalid=\"true\"", "<dialog");

            var ruth = chosen(keeper, "AppointManager", "Ruth Almog");
            var busy = send(keeper, "/people?do=AppointManager&personId=nobody", "personId", ruth, "kind",
                    "DOMAIN",
                    "tenureStart", "2020-01-01", "timeSharePercent", "a lot");
            assertThat(busy.statusCode()).isEqualTo(400);
            assertThat(busy.body()).contains("value=\"a lot\"", "e-timeSharePercent", "value=\"2020-01-01\"")
                    .containsPattern("<option value=\"" + ruth + "\" selected");

            assertThat(
                    send(keeper, "/people?do=RegisterPerson&asOf=2020-01-01", "name", "Early").statusCode())
                    .isEqualTo(422);
            assertThat(keeper.post("/people?do=throne", "name", "x").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void a_form_that_is_sent_twice_acts_once(@TempDir Path data) {
        try (var memory = RunningMemory.start(data)) {
            var keeper = new Visitor(memory.address());
            keeper.becomeFirstKeeper(link(memory), "Ruth Almog");
            for (int i = 0; i < 2; i++) {
                keeper.get("/people?do=RegisterPerson");
                assertThat(
                        keeper.post("/people?do=RegisterPerson", "name", "Once Only", "key", "the-same")
                                .statusCode())
                        .isEqualTo(302);
            }
            assertThat(keeper.get("/log?text=once").body()).contains(">One fact<");
        }
    }

    private static String link(RunningMemory memory) {
        return "/welcome/" + memory.bean(Admission.class).inviteFirstKeeper().orElseThrow();
    }

    private static void taken(Visitor keeper, String what, String... fields) {
        var answer = send(keeper, "/people?do=" + what, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValueSatisfying(
                place -> assertThat(place).startsWith("/people"));
    }

    /** Opens the form and sends it as a browser would. */
    private static HttpResponse<String> send(Visitor keeper, String path, String... fields) {
        var key = KEY.matcher(keeper.get(path).body());
        var all = new String[fields.length + 2];
        System.arraycopy(fields, 0, all, 0, fields.length);
        all[fields.length] = "key";
        all[fields.length + 1] = key.find() ? key.group(1) : "";
        return keeper.post(path, all);
    }

    /** The value of what is called so in one of the form's choices. */
    private static String chosen(Visitor keeper, String what, String name) {
        var option = Pattern.compile("<option value=\"([^\"]+)\"[^>]*>" + name + "<")
                .matcher(keeper.get("/people?do=" + what).body());
        assertThat(option.find()).as(name).isTrue();
        return option.group(1);
    }
}
