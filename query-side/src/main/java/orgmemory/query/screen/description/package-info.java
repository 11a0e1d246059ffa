// SPDX-License-Identifier: Apache-2.0
/** Facts in words: a sentence for each kind of event, in the reader's language, with names, amounts and days. */
@NullMarked
package orgmemory.query.screen.description;

import org.jspecify.annotations.NullMarked;
