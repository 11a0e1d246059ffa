// SPDX-License-Identifier: Apache-2.0
/** What all screens share: who looks, in which language, as of when; how pages are framed, kept live, and go wrong. */
@NullMarked
package orgmemory.query.screen;

import org.jspecify.annotations.NullMarked;
