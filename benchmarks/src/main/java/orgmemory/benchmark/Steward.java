// SPDX-License-Identifier: Apache-2.0
package orgmemory.benchmark;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import orgmemory.access.account.Tokens;
import orgmemory.message.people.PersonId;

/** Somebody who may record forecasts in a memory that has just been opened, and the years they record them for. */
final class Steward {

    private static final String STEWARD = "steward";

    private Steward() {
    }

    /** Sets up the memory with its keeper's token, and answers the steward's. */
    static String of(int port, String keeper, DataSource database) throws IOException {
        issue(port, keeper, "RegisterPerson", "\"personId\":\"steward\",\"name\":\"Steward\"");
        issue(port, keeper, "GrantRole", "\"personId\":\"steward\",\"role\":\"BST\"");
        var opened = LocalDate.now(ZoneOffset.UTC).minusDays(60);
        for (int year = 0; year < Contestant.YEARS; year++) {
            issue(port, keeper, "OpenBudgetYear",
                    "\"yearId\":\"Y%d\",\"from\":\"2027-01-01\",\"to\":\"2027-12-31\",%s".formatted(year,
                            imported(opened)));
            issue(port, keeper, "RecordRevenueForecast",
                    "\"yearId\":\"Y%d\",\"amountAgorot\":5000000,\"source\":\"the last year's\",%s"
                            .formatted(year, imported(opened.plusDays(1))));
        }
        return new Tokens(database).issue(new PersonId(STEWARD), "benchmark");
    }

    private static String imported(LocalDate day) {
        return "\"envelope\":{\"attestation\":\"IMPORTED\",\"occurredOn\":\"" + day + "\"}";
    }

    private static void issue(int port, String token, String command, String fields) throws IOException {
        HttpCallers.once(port, HttpCallers.request("POST /api/commands/" + command,
                "Content-Type: application/json\r\nAuthorization: Bearer " + token + "\r\n",
                "{" + fields + "}"));
    }
}
