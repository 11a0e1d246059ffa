// SPDX-License-Identifier: Apache-2.0
package orgmemory.message;

/** Something that is asked of the memory. It is either refused, with a reason, or becomes events. */
public interface Command {

    /** The stream that decides: {@code budget-year/BY2017}. */
    Subject stream();

    /** What the command is about: {@code cut/C-1}. {@code If-Match} names its version. */
    default Subject entity() {
        return stream();
    }

    /** Who may see what becomes of it, unless its envelope says otherwise. */
    default Visibility visibility() {
        return Visibility.INSTITUTE;
    }
}
