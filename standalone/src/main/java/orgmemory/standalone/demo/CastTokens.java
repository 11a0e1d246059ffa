// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import orgmemory.access.account.Admission;
import orgmemory.access.account.Tokens;
import orgmemory.access.account.Waiting;
import orgmemory.message.people.AccountMessages.MakeToken;
import orgmemory.message.people.PersonId;
import org.springframework.stereotype.Component;

/** The tokens of the cast: made by their facts like anybody's, and known in their texts to the telling that made them. */
@Component
final class CastTokens {

    private final Waiting waiting;
    private final Tokens tokens;
    private final Admission admission;
    private final Map<PersonId, String> made = new ConcurrentHashMap<>();

    CastTokens(Waiting waiting, Tokens tokens, Admission admission) {
        this.waiting = waiting;
        this.tokens = tokens;
        this.admission = admission;
    }

    /** Makes a token in the story; nothing where an earlier telling made it. */
    void make(MakeToken step, Runnable fact) {
        var text = Tokens.text();
        waiting.secret(step.tokenId(), step.personId(), text);
        fact.run();
        if (!waiting.takeBack(step.tokenId())) {
            made.put(step.personId(), text);
        }
    }

    /** Everybody's, by their code. Of whom an interrupted telling made one, its text is lost: they get another. */
    Map<String, String> all() {
        var byCode = new LinkedHashMap<String, String>();
        Cast.everybody().forEach(person -> byCode.put(person.value(), of(person)));
        return byCode;
    }

    private String of(PersonId person) {
        var known = made.remove(person);
        if (known != null) {
            return known;
        }
        tokens.of(person)
                .stream()
                .filter(token -> token.label().equals(Cast.TOKEN))
                .forEach(token -> admission.revokeToken(person, token.id()));
        return admission.ownToken(person, Cast.TOKEN);
    }
}
