// SPDX-License-Identifier: Apache-2.0
package orgmemory.message;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * The day on which what a command tells of happened, where people say it with the rest: it becomes the envelope's, and a form
 * asks for it once.
 */
@Retention(RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface OccurredOn {
}
