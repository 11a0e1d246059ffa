// SPDX-License-Identifier: Apache-2.0
/** Who may come in, and by what: accounts with passwords, links that open one, tokens, and the cast of the demo. */
@NullMarked
package orgmemory.access.account;

import org.jspecify.annotations.NullMarked;
