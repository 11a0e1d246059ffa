// SPDX-License-Identifier: Apache-2.0
/** What people see and do: the demo's memory in a real browser, in both languages and both themes, large and small. */
@NullMarked
package orgmemory.standalone.browser;

import org.jspecify.annotations.NullMarked;
