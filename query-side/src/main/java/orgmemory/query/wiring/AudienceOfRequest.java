// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.wiring;

import java.util.List;
import java.util.stream.Stream;
import orgmemory.message.Capacity;
import orgmemory.message.Subject;
import orgmemory.query.memory.reading.Audience;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** What whoever is signed in may see today, by the authorities that access has given them for this request. */
final class AudienceOfRequest implements Audience.Asking {

    private static final String CAPACITY = "CAPACITY_";
    private static final String MEMBER = "MEMBER_";
    private static final List<String> SEE_GROUPS = List.of(CAPACITY + Capacity.MEM, CAPACITY + Capacity.AUD);

    @Override
    public Audience now() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return Audience.isOpenly() || authentication == null
                || authentication instanceof AnonymousAuthenticationToken
                        ? Audience.ALL
                        : of(authentication);
    }

    private static Audience of(Authentication authentication) {
        var held = authentication.getAuthorities().stream().map(GrantedAuthority::getAuthority).toList();
        return Audience.of(authentication.getName(),
                names(held, CAPACITY).anyMatch(capacity -> !capacity.equals(Capacity.PAR.name())),
                held.stream().anyMatch(SEE_GROUPS::contains),
                names(held, MEMBER).map(group -> Subject.of(group).id()));
    }

    private static Stream<String> names(List<String> held, String kind) {
        return held.stream().filter(name -> name.startsWith(kind)).map(name -> name.substring(kind.length()));
    }
}
