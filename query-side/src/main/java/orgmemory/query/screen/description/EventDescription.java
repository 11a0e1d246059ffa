// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.description;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An event in words.
 *
 * @param name     under which it is stored
 * @param kind     what kind of thing happened, in a few words
 * @param sentence what happened
 * @param texts    what people wrote, as they wrote it
 * @param lists    what it names more than one of
 */
public record EventDescription(String name, String kind, Look look, List<Part> sentence, List<Text> texts,
        List<Listed> lists) {

    /** Something that was written, under what it is called. */
    public record Text(String label, String text) {
    }

    /** Several things of one kind, under what they are called. */
    public record Listed(String label, List<List<Part>> items) {
    }

    /** The sentence as plain text. */
    public String plain() {
        return sentence.stream().map(Part::text).collect(Collectors.joining());
    }
}
