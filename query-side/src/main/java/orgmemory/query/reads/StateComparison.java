// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.reads;

import java.util.List;

/**
 * What a view says of a key otherwise at a later moment than at an earlier one.
 *
 * @param fields those that differ; none where nothing has changed
 */
record StateComparison(String view, String key, StateMoment from, StateMoment to, List<FieldChange> fields) {

    byte[] csv() {
        return Csv.of(FieldChange.HEADER, fields.stream().map(FieldChange::row).toList());
    }
}
