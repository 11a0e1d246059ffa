// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.description;

import java.util.Map;

/** How a kind of event looks: an icon and a tone, so that it is found again among others. Colour alone says nothing. */
public record Look(String icon, String tone) {

    private static final Look UNKNOWN = new Look("file-text", "slate");

    private static final Map<String, Look> LOOKS = Map.ofEntries(
            Map.entry("people.institute-registered", new Look("building-community", "teal")),
            Map.entry("people.person-registered", new Look("user-circle", "teal")),
            Map.entry("people.body-registered", new Look("building-community", "teal")),
            Map.entry("people.manager-appointed", new Look("users", "teal")),
            Map.entry("people.appointment-ended", new Look("users", "slate")),
            Map.entry("people.area-opened", new Look("sitemap", "teal")),
            Map.entry("people.accountability-assigned", new Look("sitemap", "indigo")),
            Map.entry("people.accountability-handed-over", new Look("sitemap", "indigo")),
            Map.entry("people.role-granted", new Look("key", "indigo")),
            Map.entry("people.person-invited", new Look("key", "gold")),
            Map.entry("people.password-reset-offered", new Look("key", "gold")),
            Map.entry("people.account-opened", new Look("key", "green")),
            Map.entry("people.password-changed", new Look("key", "slate")),
            Map.entry("people.token-made", new Look("key", "slate")),
            Map.entry("people.token-revoked", new Look("x", "slate")),
            Map.entry("people.access-taken-away", new Look("x", "rose")),
            Map.entry("people.role-revoked", new Look("key", "slate")),
            Map.entry("budget.year-opened", new Look("flag", "slate")),
            Map.entry("budget.forecast-recorded", new Look("file-text", "slate")),
            Map.entry("budget.full-view-published", new Look("eye", "teal")),
            Map.entry("budget.past-movement-recorded", new Look("history", "slate")),
            Map.entry("budget.line-drafted", new Look("list", "slate")),
            Map.entry("budget.cut-round-opened", new Look("flag", "copper")),
            Map.entry("budget.indicative-shares-set", new Look("list", "gold")),
            Map.entry("budget.cut-proposed", new Look("coins", "indigo")),
            Map.entry("budget.cut-accepted", new Look("check", "green")),
            Map.entry("budget.cut-withdrawn", new Look("arrow-back-up", "slate")),
            Map.entry("budget.solidarity-offered", new Look("heart-handshake", "violet")),
            Map.entry("budget.solidarity-withdrawn", new Look("arrow-back-up", "slate")),
            Map.entry("budget.solidarity-accepted", new Look("heart-handshake", "green")),
            Map.entry("budget.solidarity-executed", new Look("check", "green")),
            Map.entry("record.corrected", new Look("pencil", "copper")),
            Map.entry("record.annulled", new Look("x", "rose")));

    /** How an event of that stored name looks. */
    public static Look of(String name) {
        return LOOKS.getOrDefault(name, UNKNOWN);
    }

    /** Whether it was thought of. */
    static boolean knows(String name) {
        return LOOKS.containsKey(name);
    }
}
