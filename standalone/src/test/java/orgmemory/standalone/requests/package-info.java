// SPDX-License-Identifier: Apache-2.0
/** Requests of all kinds, most of them bad ones: each is answered as its sender's, and none as a mistake of ours. */
@NullMarked
package orgmemory.standalone.requests;

import org.jspecify.annotations.NullMarked;
