// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Tests in which people look at the demo's memory, their parameter being {@link Visits}. They take turns at the browser, which
 * is used by one thread at a time, and run beside all tests that need none.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(Visiting.class)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(providers = Visiting.Turns.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
@interface BrowserTest {

    /** Tests with the same name share a memory and a browser; those with another one run beside them. */
    String house() default "the one";
}
