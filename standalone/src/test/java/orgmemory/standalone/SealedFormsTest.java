// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Map;
import orgmemory.access.unsent.StoredSealingKeys;
import orgmemory.access.unsent.UnsentForm;
import orgmemory.access.unsent.UnsentForms;
import orgmemory.journal.TestDatabase;
import orgmemory.message.people.PersonId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A form that waits behind the sign-in outlives the process that has sealed it, and its key does not outlive it for long. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SealedFormsTest {

    private static final PersonId NOA = new PersonId("D1");

    private final TestDatabase database = TestDatabase.with("access");
    private final JdbcClient owner = JdbcClient.create(database.owner());
    private final UnsentForm form = new UnsentForm(NOA, "/record-something?do=RegisterBody",
            Map.of("name", "The board"));

    /** A process that has just been started. */
    private UnsentForms started() {
        return new UnsentForms(new StoredSealingKeys(database.app()), InstantSource.system());
    }

    @Test
    void what_was_sealed_before_a_restart_opens_after_it() {
        var sealed = started().seal(form).orElseThrow();
        assertThat(started().open(sealed, NOA)).contains(form);
        assertThat(started().open(sealed, new PersonId("D4"))).isEmpty();
        assertThat(keys()).isEqualTo(1);
    }

    @Test
    void a_key_seals_for_a_day_opens_for_another_and_is_gone() {
        var sealed = started().seal(form).orElseThrow();
        later("25 hours");
        var again = started().seal(form).orElseThrow();
        assertThat(keys()).isEqualTo(2);
        assertThat(started().open(sealed, NOA)).contains(form);
        assertThat(started().open(again, NOA)).contains(form);

        later("25 hours");
        var third = started().seal(form).orElseThrow();
        assertThat(keys()).isEqualTo(2);
        assertThat(started().open(sealed, NOA)).isEmpty();
        assertThat(started().open(third, NOA)).contains(form);
    }

    private void later(String interval) {
        owner.sql("update access.sealing_key set made_at = made_at - interval '" + interval + "'").update();
    }

    private int keys() {
        return owner.sql("select count(*) from access.sealing_key").query(Integer.class).single();
    }
}
