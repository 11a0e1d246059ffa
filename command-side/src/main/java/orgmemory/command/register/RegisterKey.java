// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.register;

/** Whom or what the register says something of. */
record RegisterKey(RegisterEntry.Kind kind, String key) {
}
