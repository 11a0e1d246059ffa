// SPDX-License-Identifier: Apache-2.0
package orgmemory.message;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A secret goes with the command that no fact may hold: a link's code, a password, a token. So it is issued by access
 * alone, which makes the secret and shows it once; whoever asks for it as for other commands is refused with 403.
 */
@Retention(RUNTIME)
@Target(ElementType.TYPE)
public @interface ThroughAccess {
}
