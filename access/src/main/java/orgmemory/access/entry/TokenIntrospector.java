// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.entry;

import java.util.Map;
import orgmemory.message.people.PersonId;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;

/** Tells Spring Security whom a token stands for. The name of the principal is the person's id. */
final class TokenIntrospector implements OpaqueTokenIntrospector {

    private final Bearers bearers;
    private final RightsToday rights;

    TokenIntrospector(Bearers bearers, RightsToday rights) {
        this.bearers = bearers;
        this.rights = rights;
    }

    @Override
    public OAuth2AuthenticatedPrincipal introspect(String token) {
        bearers.whoMay().look();
        var person = person(token);
        return new DefaultOAuth2AuthenticatedPrincipal(person.value(), Map.of("sub", person.value()),
                rights.of(person));
    }

    private PersonId person(String token) {
        try {
            return bearers.person(token);
        } catch (InvalidBearerTokenException unknown) {
            throw new BadOpaqueTokenException("token.unknown", unknown);
        }
    }
}
