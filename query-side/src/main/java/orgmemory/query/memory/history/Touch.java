// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.history;

/**
 * A fact concerns a key, or did before it was corrected.
 *
 * @param position the original's position
 */
public record Touch(String key, long position) {
}
