// SPDX-License-Identifier: Apache-2.0
package orgmemory.message;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Which command becomes the event. What the event takes over of it has the same form, also when it is corrected. */
@Retention(RUNTIME)
@Target(ElementType.TYPE)
public @interface CausedBy {
    Class<? extends Command> value();
}
