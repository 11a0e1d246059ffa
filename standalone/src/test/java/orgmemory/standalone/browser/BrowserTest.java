// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests in which people look at the demo's memory, their parameter being {@link Visits}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(Visiting.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
@interface BrowserTest {
}
