// SPDX-License-Identifier: Apache-2.0
/** The PostgreSQL that a standalone service brings along: its programs, its data directory, its process. */
@NullMarked
package orgmemory.standalone.postgres;

import org.jspecify.annotations.NullMarked;
