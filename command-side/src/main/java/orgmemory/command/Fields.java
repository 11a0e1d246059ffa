// SPDX-License-Identifier: Apache-2.0
package orgmemory.command;

import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** Reads the fields of messages by name. */
final class Fields {

    private Fields() {
    }

    static @Nullable Object value(Record message, RecordComponent field) {
        try {
            return field.getAccessor().invoke(message);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(field + " cannot be read", impossible);
        }
    }
}
