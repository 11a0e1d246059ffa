// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NetworkTest {

    @Test
    void addresses_of_the_sixth_kind_are_one_network_by_their_first_half() {
        var network = Network.of("2001:db8:1:2::1");

        assertThat(Network.of(InetAddress.ofLiteral("2001:db8:1:2:ffff::9"))).isEqualTo(network);
        assertThat(Network.of("2001:db8:1:3::1")).isNotEqualTo(network);
    }

    @Test
    void any_other_is_one_by_itself() {
        assertThat(Network.of("192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(Network.of(InetAddress.ofLiteral("192.0.2.7"))).isEqualTo("192.0.2.7");
        assertThat(Network.of("unknown")).isEqualTo("unknown");
    }
}
