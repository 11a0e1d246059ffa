// SPDX-License-Identifier: Apache-2.0
/** The screen on which a memory keeper takes over a table: chosen, looked at, mapped and then recorded. */
@NullMarked
package orgmemory.query.imports.page;

import org.jspecify.annotations.NullMarked;
