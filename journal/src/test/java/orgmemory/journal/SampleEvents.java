// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import orgmemory.message.Event;
import orgmemory.message.Id;
import orgmemory.message.Json;
import orgmemory.message.Subject;
import tools.jackson.databind.node.ObjectNode;

/** Makes an event of which every field has a value, the same one each time. */
final class SampleEvents {

    private SampleEvents() {
    }

    static Event filled(Class<? extends Event> type) {
        return (Event) record(type);
    }

    private static Object record(Class<?> type) {
        var components = type.getRecordComponents();
        var values = Arrays.stream(components).map(SampleEvents::value).toArray();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException("No sample of " + type.getSimpleName(), failure);
        }
    }

    private static Object value(RecordComponent component) {
        return value(component.getGenericType(), component.getName());
    }

    private static Object value(Type generic, String name) {
        if (generic instanceof ParameterizedType list && list.getRawType() == List.class) {
            var element = list.getActualTypeArguments()[0];
            return List.of(value(element, name), value(element, name + "2"));
        }
        var type = (Class<?>) generic;
        if (type.isEnum()) {
            return type.getEnumConstants()[type.getEnumConstants().length - 1];
        }
        if (type == Subject.class) {
            return Subject.of("sample", name);
        }
        if (type == ObjectNode.class) {
            return Json.mapper().createObjectNode().put("amountAgorot", 12_300).put("reason", name);
        }
        if (Id.class.isAssignableFrom(type)) {
            return id(type, name);
        }
        return type.isRecord() ? record(type) : plain(type, name);
    }

    private static Object id(Class<?> type, String name) {
        try {
            return type.getConstructor(String.class).newInstance(name);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException("No sample of " + type.getSimpleName(), failure);
        }
    }

    private static Object plain(Class<?> type, String name) {
        if (type == String.class) {
            return name;
        }
        if (type == long.class || type == Long.class) {
            return 1_000_000L + name.length();
        }
        if (type == int.class || type == Integer.class) {
            return name.length();
        }
        if (type == boolean.class || type == Boolean.class) {
            return true;
        }
        if (type == UUID.class) {
            return new UUID(0x0192_0000_0000_7000L, 0x8000_0000_0000_0000L + name.length());
        }
        if (type == LocalDate.class) {
            return LocalDate.of(2016, 11, name.length());
        }
        throw new IllegalStateException("Say here how a sample of " + type.getSimpleName() + " looks");
    }
}
