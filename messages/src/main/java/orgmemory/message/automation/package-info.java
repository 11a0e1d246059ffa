// SPDX-License-Identifier: Apache-2.0
/** What the memory asks for of itself, because of a fact or of a day: what was refused of it, and who has seen to that. */
@NullMarked
package orgmemory.message.automation;

import org.jspecify.annotations.NullMarked;
