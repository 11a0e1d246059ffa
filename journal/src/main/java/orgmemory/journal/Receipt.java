// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal;

import orgmemory.message.Subject;

/**
 * What the journal answers to an append. A repeated command gets the same one.
 *
 * @param stream   the stream it went to
 * @param entity   what the command was about: the entity of its first event
 * @param version  that entity's version after the append
 * @param after    id of the last event, for reads that must include it
 * @param position of the last event
 */
public record Receipt(Subject stream, Subject entity, long version, String after, long position) {
}
