// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.consultation;

import orgmemory.message.Id;

/** A consultation. */
public final class ConsultationId extends Id {

    public ConsultationId(String value) {
        super(value);
    }
}
