// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.people;

import java.util.Map;
import orgmemory.query.screen.form.Form;

/**
 * A form that is being filled in.
 *
 * @param what    is asked for: a word of {@link PeopleForm}
 * @param choices what may be chosen in a field: values and what they are called
 */
public record OpenPeopleForm(String what, Form form, Map<String, Map<String, String>> choices) {
}
