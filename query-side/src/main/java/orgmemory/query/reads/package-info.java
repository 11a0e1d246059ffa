// SPDX-License-Identifier: Apache-2.0
/** The one way to read over HTTP: states of views and the record, on both clocks, as JSON or CSV. */
@NullMarked
package orgmemory.query.reads;

import org.jspecify.annotations.NullMarked;
