// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FormTest {

    @Test
    void a_form_keeps_the_key_it_was_made_with_so_that_sending_it_twice_acts_once() {
        var fresh = Form.fresh();
        assertThat(Form.sent(Map.of("key", fresh.key())).key()).isEqualTo(fresh.key());
        assertThat(Form.sent(Map.of()).key()).isNotEmpty().isNotEqualTo(fresh.key());
    }

    @Test
    void a_refused_form_keeps_what_was_typed_and_names_the_field() {
        var refused = Form.sent(Map.of("amountAgorot", " 40,x "))
                .refused(Map.of("amountAgorot", "must be an amount"), null, 400);
        assertThat(refused.wrong()).isTrue();
        assertThat(refused.value("amountAgorot")).isEqualTo("40,x");
        assertThat(refused.error("amountAgorot")).isEqualTo("must be an amount");
        assertThat(refused.error("reason")).isNull();
    }
}
