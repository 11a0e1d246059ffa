// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import orgmemory.access.HttpProblem;
import orgmemory.access.Sentences;
import orgmemory.message.Language;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Every command comes in here: a new one needs no controller. */
@RestController
final class CommandController {

    /** No body and no line of a batch is larger. */
    static final int MAX_BYTES = 1 << 20;

    private static final int DRAINED = 64 << 20;

    private final CommandDispatcher dispatcher;

    CommandController(CommandDispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    @PostMapping(path = "/api/commands/{command}", consumes = "application/json", produces = "application/json")
    ResponseEntity<CommandAnswer> issue(@PathVariable String command, Principal principal, InputStream body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages)
            throws IOException {
        var fields = CommandReader.object(read(body));
        var envelope = CommandRequest.object(fields.remove("envelope"), "envelope");
        var answer = dispatcher
                .issue(new CommandRequest(new PersonId(principal.getName()).subject(), command, fields,
                        envelope, key,
                        ifMatch == null ? null : IfMatch.of(ifMatch), language(languages)));
        return ResponseEntity.ok().eTag("\"" + answer.version() + "\"").body(answer);
    }

    /** The language somebody writes in, unless they say otherwise: the first of theirs that the memory knows. */
    static Language language(@Nullable String languages) {
        try {
            var known = List.of(Sentences.HEBREW, Sentences.ENGLISH, Locale.of("ar"));
            var found = languages == null
                    ? null
                    : Locale.lookup(Sentences.ranges(languages), known);
            return found == null ? Language.he : Language.valueOf(found.getLanguage());
        } catch (IllegalArgumentException malformed) {
            return Language.he;
        }
    }

    /** Who sends too much hears so: the rest is read and thrown away, or the answer would be lost on the way. */
    private static byte[] read(InputStream body) throws IOException {
        var bytes = body.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            body.skip(DRAINED);
            throw new HttpProblem(413, "request.too-large", MAX_BYTES);
        }
        return bytes;
    }
}
