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
        var question = new Whose(Tokens.hash(token), LocalDate.now(ZoneOffset.UTC));
        return whoMay.known(question, () -> tokens.find(token)
                .orElseThrow(() -> new InvalidBearerTokenException("token.unknown")));
    }

    Authentication authentication(String token) {
        var person = person(token);
        return UsernamePasswordAuthenticationToken.authenticated(person.value(), null, rights.of(person));
    }
}
