// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.unsent;

import java.util.Map;
import orgmemory.message.people.PersonId;

/**
 * A form as somebody has filled it in.
 *
 * @param person  whose words these are
 * @param address the page that it is on, with its query
 * @param fields  what was typed, by field
 */
public record UnsentForm(PersonId person, String address, Map<String, String> fields) {
}
