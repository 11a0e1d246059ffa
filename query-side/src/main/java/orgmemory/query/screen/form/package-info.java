// SPDX-License-Identifier: Apache-2.0
/** Forms of commands: what was typed is kept, what is wrong is named, and a form sent twice acts once. */
@NullMarked
package orgmemory.query.screen.form;

import org.jspecify.annotations.NullMarked;
