// SPDX-License-Identifier: Apache-2.0
package orgmemory.message;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * People say it when they meet. A recorder may record such a command on behalf of the person who spoke, who is held to what
 * {@link IssuedBy} asks; all other commands are issued by people themselves.
 */
@Retention(RUNTIME)
@Target(ElementType.TYPE)
public @interface Spoken {
}
