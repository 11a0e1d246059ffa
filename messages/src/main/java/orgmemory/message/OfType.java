// SPDX-License-Identifier: Apache-2.0
package orgmemory.message;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Of which types the thing is that a {@link Subject} in a command names. */
@Retention(RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface OfType {
    Class<? extends Id>[] value();
}
