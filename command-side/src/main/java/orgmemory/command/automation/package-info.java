// SPDX-License-Identifier: Apache-2.0
/**
 * What the service asks for of itself: because something happened ({@link orgmemory.command.automation.Automation}), or
 * because a day has come ({@link orgmemory.command.automation.Deadline}). Each once, whatever ends in between.
 */
@NullMarked
package orgmemory.command.automation;

import org.jspecify.annotations.NullMarked;
