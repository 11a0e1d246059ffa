// SPDX-License-Identifier: Apache-2.0
package orgmemory.message;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The name and revision under which an event is kept for ever, whatever its class is called. */
@Retention(RUNTIME)
@Target(ElementType.TYPE)
public @interface StoredAs {

    /** {@code topic.what-happened}, as {@code budget.cut-proposed}. */
    String value();

    /** Counts up from 1 with each change of the payload's form; the journal upcasts older ones. */
    int revision() default 1;
}
