// SPDX-License-Identifier: Apache-2.0
/** Budget lines and their files: what each line holds, and how it came to that. */
@NullMarked
package orgmemory.query.budget.line;

import org.jspecify.annotations.NullMarked;
