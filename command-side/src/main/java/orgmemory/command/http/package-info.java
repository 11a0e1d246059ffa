// SPDX-License-Identifier: Apache-2.0
/** The one way in for commands: whoever asks, over HTTP or in this process, is checked here and answered once. */
@NullMarked
package orgmemory.command.http;

import org.jspecify.annotations.NullMarked;
