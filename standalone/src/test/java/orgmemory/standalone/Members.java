// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import orgmemory.access.account.Admission;

/** The people of an empty memory: its first keeper, and whom they let in. */
final class Members {

    static final String PASSWORD = "a long and winding road";

    /** For whoever changes theirs. */
    static final String ANOTHER = "a short and straight one";

    private static final Pattern LINK = Pattern
            .compile("(?:http://localhost:\\d+|https://Memory.example.org)(/welcome/[A-Za-z0-9_-]{43})");

    private final RunningMemory memory;
    private final Visitor keeper;
    private final String token;

    Members(RunningMemory memory) {
        this.memory = memory;
        keeper = new Visitor(memory.address());
        token = keeper.becomeFirstKeeper(
                "/welcome/" + memory.bean(Admission.class).inviteFirstKeeper().orElseThrow(), "Ruth");
    }

    /** The keeper's first token. */
    String token() {
        return token;
    }

    Visitor keeper() {
        return keeper;
    }

    String keeperId() {
        return keeper.get("/account").body().replaceAll("(?s).*<bdi class=\"mono\">([^<]+)</bdi>.*", "$1");
    }

    RunningMemory memory() {
        return memory;
    }

    void register(String id, String name) {
        var after = memory.taken(token, "RegisterPerson",
                "{\"personId\": \"%s\", \"name\": \"%s\"}".formatted(id, name));
        assertThat(memory.get(token, "/api/views/People/" + id + "?after=" + after).status()).isEqualTo(200);
    }

    /** Somebody who has been let in, under their name. */
    Visitor member(String id, String name) {
        register(id, name);
        var visitor = new Visitor(memory.address());
        assertThat(comeIn(visitor, invite(id), name)).isEqualTo(302);
        return visitor;
    }

    /** A link for somebody who is registered. */
    String invite(String id) {
        keeper.get("/account/invitations");
        var page = keeper.post("/account/invitations", "person", id).body();
        var link = LINK.matcher(page);
        assertThat(link.find()).as(page).isTrue();
        return link.group(1);
    }

    /** Chooses a sign-in name and a password; the answer's status. */
    int comeIn(Visitor visitor, String link, String name) {
        visitor.get(link);
        return visitor.post(link, "signInName", name, "password", PASSWORD, "repeated", PASSWORD)
                .statusCode();
    }
}
