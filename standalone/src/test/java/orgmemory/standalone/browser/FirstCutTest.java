// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import orgmemory.access.account.Admission;
import orgmemory.standalone.RunningMemory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three people take an empty memory to an accepted cut by its screens alone: who keeps the memory, who manages, who records.
 * Its first steps lead them, and stay until they are done.
 */
@BrowserTest
class FirstCutTest {

    private static final String PASSWORD = "a long enough one";
    private static final String LEFT = ".steps li:not(.done)";

    @Test
    void an_empty_memory_comes_to_an_accepted_cut(Visits visits, @TempDir Path data) {
        try (var memory = RunningMemory.start(data)) {
            var ruth = visits.stranger(Look.HEBREW.withoutScripts(), memory);
            var token = becomesKeeper(ruth, memory.bean(Admission.class).inviteFirstKeeper().orElseThrow());
            organises(ruth);
            var noa = isLetIn("Noa Barkai", "noa", ruth, visits.stranger(Look.ENGLISH, memory));
            var shira = isLetIn("Shira Katz", "shira", ruth, visits.stranger(Look.HEBREW, memory));

            noa.open("/");
            assertThat(noa.find(LEFT)).hasCount(6);
            opensARound(noa);
            noa.open("/");
            assertThat(noa.find(".steps")).hasCount(0);
            agree(noa, shira);

            assertThat(takenOver(memory, token)).containsExactlyInAnyOrder("people.manager-appointed",
                    "people.accountability-assigned");
        }
    }

    private static String becomesKeeper(Visit ruth, String code) {
        ruth.open("/welcome/" + code);
        ruth.find("#name").fill("Ruth Almog");
        choosePassword(ruth, "ruth");
        var token = ruth.find("#first-keeper output").textContent();
        ruth.find("#first-keeper a.btn").click();
        return token;
    }

    private static void organises(Visit ruth) {
        step(ruth, "RegisterInstitute", "name", "The Institute");
        step(ruth, "RegisterPerson", "name", "Noa Barkai");
        again(ruth, "RegisterPerson", "name", "Shira Katz");
        step(ruth, "AppointManager", "personId", "Noa Barkai", "kind", "DOMAIN", "tenureStart", "2020-01-01",
                "timeSharePercent", "60", "envelope.occurredOn", "2021-01-01", "envelope.attestation",
                "IMPORTED");
        step(ruth, "OpenArea", "type", "DOMAIN", "name", "Early childhood", "envelope.attestation", "SELF",
                "envelope.occurredOn", "");
        step(ruth, "AssignAccountableManager", "areaId", "Early childhood", "managerId", "Noa Barkai", "from",
                "2021-01-01", "envelope.occurredOn", "2021-01-01", "envelope.attestation", "IMPORTED");
        step(ruth, "GrantRole", "personId", "Noa Barkai", "role", "BST", "envelope.attestation", "SELF",
                "envelope.occurredOn", "");
        again(ruth, "GrantRole", "personId", "Shira Katz", "role", "REC");
    }

    /** The keeper makes a link for somebody, who chooses a password by it. */
    private static Visit isLetIn(String name, String signInName, Visit keeper, Visit guest) {
        keeper.open("/account/invitations");
        keeper.find("tr")
                .filter(new Locator.FilterOptions().setHasText(name))
                .locator("button")
                .first()
                .click();
        guest.open(URI.create(keeper.find(".once output").textContent().strip()).getPath());
        choosePassword(guest, signInName);
        guest.find("#nav").waitFor();
        return guest;
    }

    private static void choosePassword(Visit visit, String signInName) {
        visit.find("#signInName").fill(signInName);
        visit.find("#password").fill(PASSWORD);
        visit.find("#repeated").fill(PASSWORD);
        visit.find("main button[type=submit]").first().click();
    }

    private static void opensARound(Visit noa) {
        step(noa, "OpenBudgetYear", "yearId", "BY2027", "from", "2027-01-01", "to", "2027-12-31");
        step(noa, "RecordRevenueForecast", "yearId", "BY2027", "amountAgorot", "900,000", "source",
                "The treasurer");
        step(noa, "DraftBudgetLine", "yearId", "BY2027", "lineId", "BY2027:EC", "areaId", "Early childhood",
                "title", "Kindergartens", "amountAgorot", "1,000,000");
        step(noa, "PublishFullView", "yearId", "BY2027");
        step(noa, "OpenCutRound", "yearId", "BY2027", "roundId", "CR-2027-1", "requiredAgorot", "100,000",
                "cause", "The forecast is lower than the drafts");
        step(noa, "SetIndicativeShares", "roundId", "CR-2027-1", "shares[0].lineId", "Kindergartens",
                "shares[0].amountAgorot", "100,000", "incomeAgorot", "0");
    }

    private static void agree(Visit noa, Visit shira) {
        noa.open("/rounds/CR-2027-1").find("#board-ways a[href*='do=ProposeBudgetCut']").click();
        Dialog.send(noa, "amountAgorot", "100,000", "reason", "Fewer trips", "expectedConsequence",
                "Children stay in");
        shira.open("/rounds/CR-2027-1").find("a[href*='do=AcceptBudgetCut']").first().click();
        Dialog.send(shira, "reason", "Agreed in the forum");
        assertThat(shira.find(".accepted-card")).containsText("Agreed in the forum");
        noa.open("/rounds/CR-2027-1");
        assertThat(noa.find("#tile-gap .big")).hasText(Pattern.compile("\\D*0"));
    }

    /** Takes the step that is next, as the first page leads to it. */
    private static void step(Visit visit, String command, String... fields) {
        visit.open("/").find(LEFT + " a.primary[href*='do=" + command + "']").click();
        Dialog.send(visit, fields);
    }

    /** The same once more: a step that is done, or half done, can be taken again. */
    private static void again(Visit visit, String command, String... fields) {
        visit.open("/").find(".steps a[href*='do=" + command + "']").click();
        Dialog.send(visit, fields);
    }

    /** The names of what was taken over from an earlier record. */
    private static Set<String> takenOver(RunningMemory memory, String token) {
        var names = new HashSet<String>();
        memory.get(token, "/api/record?limit=1000").body().required("items").forEach(item -> {
            if (item.toString().contains("\"IMPORTED\"")) {
                names.add(item.required("name").stringValue());
            }
        });
        assertThat(names).isNotEmpty();
        return names;
    }
}
