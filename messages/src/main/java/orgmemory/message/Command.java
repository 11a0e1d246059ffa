// SPDX-License-Identifier: Apache-2.0
package orgmemory.message;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Something that is asked of the memory. It is either refused, with a reason, or becomes events. */
public interface Command {

    /** The command ends, or takes back, what another one began: it is offered after those that begin or carry on. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface Ends {
    }

    /**
     * Of a command about a whole thing, which changes what others may just have changed: its form says which version was seen,
     * so that who comes second is told who did what. The forms of commands about parts of a whole always do. What several may
     * add to a thing at the same moment needs nobody to have seen the rest.
     */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface SeenBefore {
    }

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
