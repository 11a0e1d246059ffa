// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Controller;

/** Serves pages: its handlers take a {@link Page}, and what goes wrong in them is answered as a page. */
@Controller
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface PageController {
}
