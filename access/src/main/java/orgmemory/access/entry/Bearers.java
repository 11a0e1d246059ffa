// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.entry;

import java.time.LocalDate;
import java.time.ZoneOffset;
import orgmemory.access.WhoMay;
import orgmemory.access.account.Tokens;
import orgmemory.message.people.PersonId;
import org.springframework.security.core.Authentication;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Whom a token stands for and what they may today: from memory, for as long as nothing of it changes. */
final class Bearers {

    private final WhoMay whoMay;
    private final Tokens tokens;
    private final RightsToday rights;

    /** Asked once a day at least, since that is when it is noted that a token was used. */
    private record Whose(Tokens.Hash token, LocalDate day) {
    }

    /** What somebody may changes with the day. */
    private record Bearing(Tokens.Hash token, LocalDate today) {
    }

    Bearers(WhoMay whoMay, Tokens tokens, RightsToday rights) {
        this.whoMay = whoMay;
        this.tokens = tokens;
        this.rights = rights;
    }

    WhoMay whoMay() {
        return whoMay;
    }

    /** @throws InvalidBearerTokenException where it stands for nobody */
    PersonId person(String token) {
        return person(token, Tokens.hash(token));
    }

    private PersonId person(String token, Tokens.Hash hash) {
        return whoMay.known(new Whose(hash, LocalDate.now(ZoneOffset.UTC)), () -> tokens.find(token)
                .orElseThrow(() -> new InvalidBearerTokenException("token.unknown")));
    }

    /** The same, with what they may. */
    Authentication authentication(String token) {
        var hash = Tokens.hash(token);
        // Asked by itself, so that it is noted on each day that the token was used.
        var person = person(token, hash);
        return whoMay.known(new Bearing(hash, rights.today()), () -> UsernamePasswordAuthenticationToken
                .authenticated(person.value(), null, rights.of(person)));
    }
}
