// SPDX-License-Identifier: Apache-2.0
package orgmemory.message;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * In which capacities a command may be issued: one of them is held on the day of the recording and, unless it is imported,
 * on the day it happened. Who holds several and names none acts in the first of them that is listed here.
 */
@Retention(RUNTIME)
@Target(ElementType.TYPE)
public @interface IssuedBy {
    Capacity[] value();
}
