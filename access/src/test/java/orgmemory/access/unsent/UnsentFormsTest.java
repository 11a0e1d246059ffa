// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.unsent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import orgmemory.message.people.PersonId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UnsentFormsTest {

    private static final PersonId NOA = new PersonId("D1");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-28T08:00:00Z"));
    private final InstantSource clock = now::get;
    private final UnsentForms forms = new UnsentForms(new OneKey((byte) 1), clock);
    private final UnsentForm form = new UnsentForm(NOA, "/rounds/CR-1?do=ProposeBudgetCut",
            Map.of("reason", "מילים שטרם נשלחו"));

    private record OneKey(byte of) implements SealingKeys {

        @Override
        public byte[] current() {
            var key = new byte[32];
            Arrays.fill(key, of);
            return key;
        }

        @Override
        public List<byte[]> all() {
            return List.of(current());
        }
    }

    @Test
    void opens_for_the_person_who_filled_it_in_and_for_nobody_else() {
        var sealed = forms.seal(form).orElseThrow();
        assertThat(forms.open(sealed, NOA)).contains(form);
        assertThat(forms.open(sealed, new PersonId("D4"))).isEmpty();
        assertThat(sealed).isNotEqualTo(forms.seal(form).orElseThrow());
    }

    @Test
    void whatever_another_key_has_sealed_opens_for_nobody() {
        var sealed = forms.seal(form).orElseThrow();
        assertThat(new UnsentForms(new OneKey((byte) 2), clock).open(sealed, NOA)).isEmpty();
        assertThat(new UnsentForms(new OneKey((byte) 1), clock).open(sealed, NOA)).contains(form);
        for (int i = 0; i < sealed.length(); i++) {
            var other = sealed.charAt(i) == 'A' ? 'Z' : 'A';
            var forged = sealed.substring(0, i) + other + sealed.substring(i + 1);
            // The last character has bits that say nothing.
            if (i < sealed.length() - 1) {
                assertThat(forms.open(forged, NOA)).as("changed at %d", i).isEmpty();
            }
            assertThat(forms.open(sealed.substring(0, i), NOA)).isEmpty();
        }
        assertThat(forms.open("not base 64!", NOA)).isEmpty();
    }

    @Test
    void a_day_later_it_opens_no_more() {
        var sealed = forms.seal(form).orElseThrow();
        now.updateAndGet(then -> then.plus(Duration.ofDays(1)));
        assertThat(forms.open(sealed, NOA)).isEmpty();
    }

    @Test
    void what_is_too_large_is_not_carried() {
        assertThat(forms.seal(new UnsentForm(NOA, "/", Map.of("reason", "א".repeat(60_000))))).isEmpty();
        var large = new UnsentForm(NOA, "/", Map.of("reason", "א".repeat(40_000)));
        assertThat(forms.open(forms.seal(large).orElseThrow(), NOA)).contains(large);
    }
}
