// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import orgmemory.message.Visibility;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AudienceTest {

    private static final Audience MEMBER = Audience.of("D4", true, false, Stream.of("LG-1"));
    private static final Audience MANAGER = Audience.of("D5", true, false, Stream.of("LG-2"));
    private static final Audience AUDITOR = Audience.of("AUD", true, true, Stream.of());
    private static final Audience GUEST = Audience.of("G", false, false, Stream.of());

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"PUBLIC | true | true | true | true | true",
            "INSTITUTE | true | true | true | true | true", "FORUM | true | true | true | false | false",
            "GROUP(LG-1) | true | false | true | false | false",
            "GROUP(LG-2) | false | true | true | false | false",
            "PARTIES(D4,G) | true | false | false | true | false",
            "PARTIES(LG-1) | false | false | false | false | false"})
    void each_class_is_seen_by_its_own(String visibility, boolean member, boolean manager, boolean auditor,
            boolean guest, boolean nobody) {
        var seen = Visibility.of(visibility);
        assertThat(seen).hasToString(visibility);
        assertThat(Stream.of(MEMBER, MANAGER, AUDITOR, GUEST, Audience.ALL).map(each -> each.maySee(seen)))
                .containsExactly(member, manager, auditor, guest, nobody);
    }
}
