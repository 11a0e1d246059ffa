// SPDX-License-Identifier: Apache-2.0
package orgmemory.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import orgmemory.message.Rejected;

/** Says with which code something is refused. */
public final class Refused {

    private Refused() {
    }

    /** By a rule. */
    public static void with(String code, ThrowingCallable decision) {
        with(Rejected.Kind.RULE, code, decision);
    }

    public static void with(Rejected.Kind kind, String code, ThrowingCallable decision) {
        assertThatThrownBy(decision).isInstanceOfSatisfying(Rejected.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.kind()).isEqualTo(kind);
        });
    }
}
