// SPDX-License-Identifier: Apache-2.0
package orgmemory.message;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The id of what a command creates, where people choose it and say it aloud, as {@code BY2017:D4}: forms ask for it. */
@Retention(RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface NaturalKey {
}
