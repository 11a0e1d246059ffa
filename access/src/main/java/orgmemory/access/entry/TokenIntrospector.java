// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.entry;

import java.util.Map;
import orgmemory.access.account.Tokens;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;

/** Tells Spring Security whom a token stands for. The name of the principal is the person's id. */
final class TokenIntrospector implements OpaqueTokenIntrospector {

    private final Tokens tokens;
    private final RightsToday rights;

    TokenIntrospector(Tokens tokens, RightsToday rights) {
        this.tokens = tokens;
        this.rights = rights;
    }

    @Override
    public OAuth2AuthenticatedPrincipal introspect(String token) {
        var person = tokens.find(token).orElseThrow(() -> new BadOpaqueTokenException("token.unknown"));
        return new DefaultOAuth2AuthenticatedPrincipal(person.value(), Map.of("sub", person.value()),
                rights.of(person));
    }
}
