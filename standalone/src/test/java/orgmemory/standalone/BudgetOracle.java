// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import orgmemory.message.budget.BudgetYearMessages.MovementKind;
import tools.jackson.databind.JsonNode;

/** Compares a memory's totals with answers that were computed from the source by another method, in thousand shekels. */
final class BudgetOracle {

    private static final Map<String, MovementKind> KINDS = Map.of("1", MovementKind.CUT, "2",
            MovementKind.CUT_TO_RESERVE, "5", MovementKind.SURPLUS_CARRIED, "6", MovementKind.ADDITION, "7",
            MovementKind.TRANSFER, "8", MovementKind.TO_RESERVE, "9", MovementKind.FROM_RESERVE, "12",
            MovementKind.BETWEEN_SECTIONS, "17", MovementKind.RESERVE_ALLOCATION, "18",
            MovementKind.CONVERSION);

    /** The years whose requests are all dated, so that none is missing in the memory. */
    private static final Set<String> WHOLE_YEARS = Set.of("2012", "2013", "2014");

    private static final Map<String, String> COUNTS = Map.of("requests", "requests", "lines", "lines",
            "balanced_requests", "balancedRequests");
    private static final Map<String, String> SUMS = Map.of("net", "netAgorot", "increase", "increaseAgorot",
            "decrease", "decreaseAgorot");

    private final RunningMemory memory;
    private final String token;
    private final List<String> differences = new ArrayList<>();
    private int comparisons;

    BudgetOracle(RunningMemory memory, String token) {
        this.memory = memory;
        this.token = token;
    }

    void compare(JsonNode oracle) {
        oracle.required("by_year")
                .properties()
                .stream()
                .filter(year -> WHOLE_YEARS.contains(year.getKey()))
                .forEach(year -> compare("BY" + year.getKey(), "", year.getValue()));
        oracle.required("by_year_code")
                .properties()
                .stream()
                .filter(entry -> WHOLE_YEARS.contains(entry.getKey().substring(0, 4)))
                .forEach(entry -> compare(key(entry.getKey()), "", entry.getValue()));
        var all = new TreeSet<String>();
        oracle.required("as_of").forEach(entry -> all.addAll(entry.required("totals").propertyNames()));
        for (var entry : oracle.required("as_of")) {
            var question = "?asOf="
                    + entry.required("as_of").stringValue().substring(0, "2011-04-01".length());
            for (var key : all) {
                compareAsOf(key(key), question, entry.required("totals").path(key));
            }
        }
    }

    List<String> differences() {
        return differences;
    }

    int comparisons() {
        return comparisons;
    }

    /** What the oracle does not name on a day did not exist then. */
    private void compareAsOf(String key, String question, JsonNode expected) {
        if (expected.isMissingNode()) {
            same(key + question, 404, memory.get(token, path(key, question)).status());
        } else {
            compare(key, question, expected);
        }
    }

    private void compare(String key, String question, JsonNode expected) {
        var totals = memory.state(token, path(key, question));
        expected.properties().forEach(field -> {
            var count = COUNTS.get(field.getKey());
            var sum = SUMS.get(field.getKey());
            if (count != null) {
                same(key + question + " " + count, field.getValue().longValue(),
                        totals.required(count).longValue());
            } else if (sum != null) {
                same(key + question + " " + sum, field.getValue().longValue() * 100_000,
                        totals.required(sum).longValue());
            }
        });
    }

    private void same(String what, long expected, long shown) {
        comparisons++;
        if (expected != shown) {
            differences.add(what + ": expected " + expected + ", shown " + shown);
        }
    }

    private static String path(String key, String question) {
        return "/api/views/MovementTotals/" + key + question;
    }

    /** {@code 2012/17} becomes {@code BY2012:RESERVE_ALLOCATION}. */
    private static String key(String yearAndCode) {
        int slash = yearAndCode.indexOf('/');
        return "BY" + yearAndCode.substring(0, slash) + ":" + KINDS.get(yearAndCode.substring(slash + 1));
    }
}
