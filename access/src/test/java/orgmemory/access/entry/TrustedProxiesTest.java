// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TrustedProxiesTest {

    @Test
    void proxies_are_named_one_by_one_or_by_their_networks() {
        var trusted = TrustedProxies.among(List.of("10.0.0.0/8", " 192.0.2.7", "2001:db8::/32", "", " "));

        assertThat(List.of("10.1.2.3", "192.0.2.7", "2001:db8:1::2")).allMatch(trusted);
        assertThat(List.of("11.0.0.1", "192.0.2.8", "::1", "0.0.0.0")).noneMatch(trusted);
    }

    @Test
    void where_none_is_named_none_is_trusted() {
        assertThat(TrustedProxies.among(List.of("")).test("127.0.0.1")).isFalse();
        assertThat(TrustedProxies.among(List.of()).test("127.0.0.1")).isFalse();
    }

    @Test
    void what_is_no_address_is_told_at_once() {
        assertThatThrownBy(() -> TrustedProxies.among(List.of("10.0.0.1", "proxy")))
                .hasMessageContaining("proxy");
    }
}
