// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.history;

/**
 * A fact came to concern a key by a correction. Every other fact of a key is found by a version that became known with it.
 *
 * @param position the original's position
 */
public record KeyReassignment(String key, long position) {
}
