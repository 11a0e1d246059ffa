// SPDX-License-Identifier: Apache-2.0
package orgmemory.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import orgmemory.message.Id;
import orgmemory.message.Subject;
import org.junit.jupiter.api.Test;

class NamedIdsTest {

    /** A kind of id that no other code has heard of. */
    private static final class SampleThingId extends Id {

        SampleThingId(String value) {
            super(value);
        }
    }

    private record Part(SampleThingId thing, String name) {
    }

    private record Whole(SampleThingId first, Subject other, List<Part> parts) {
    }

    @Test
    void ids_of_every_type_are_found_at_every_depth() {
        var whole = new Whole(new SampleThingId("A"), Subject.of("person/P1"),
                List.of(new Part(new SampleThingId("B"), "b"), new Part(new SampleThingId("C"), "c")));

        assertThat(NamedIds.in(whole)).map(Subject::toString)
                .containsExactly("sample-thing/A", "person/P1", "sample-thing/B", "sample-thing/C");
    }
}
