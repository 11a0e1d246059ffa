// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.form;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import orgmemory.message.Id;
import orgmemory.message.NaturalKey;
import orgmemory.message.NewId;
import orgmemory.message.Envelope.OccurredOn;
import orgmemory.message.OfType;
import orgmemory.message.Subject;
import orgmemory.query.screen.form.Field.Kind;
import tools.jackson.databind.node.ObjectNode;

/** The fields of commands, and of what stands in them, by their records: derived once, and nowhere listed. */
public final class CommandFields {

    /** What is longer is written on several lines. */
    private static final int LONGEST_LINE = 300;

    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {

        @Override
        protected List<Field> computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents()).map(CommandFields::field).toList();
        }
    };

    private CommandFields() {
    }

    /** The fields of a record, in their order. */
    public static List<Field> of(Class<?> type) {
        return FIELDS.get(type);
    }

    /** A field by its name; empty where there is none. */
    public static Optional<Field> of(Class<?> type, String name) {
        return of(type).stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** The field by which a command tells itself on which day it happened; empty where the envelope does. */
    public static Optional<String> ownDay(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(OccurredOn.class))
                .map(RecordComponent::getName)
                .findFirst();
    }

    private static Field field(RecordComponent component) {
        var type = component.getAnnotatedType();
        var name = component.getName();
        if (component.isAnnotationPresent(NaturalKey.class)) {
            return plain(name, Kind.NATURAL_KEY, component.getType(), type, List.of());
        }
        if (component.isAnnotationPresent(NewId.class)) {
            return plain(name, Kind.NEW_ID, component.getType(), type, List.of());
        }
        var ofType = component.getAnnotation(OfType.class);
        if (ofType != null) {
            return plain(name, Kind.SUBJECT, Subject.class, type, List.of(ofType.value()));
        }
        return type instanceof AnnotatedParameterizedType list
                ? list(name, list)
                : plain(name, kind(name, component.getType(), type), component.getType(), type, List.of());
    }

    private static Field list(String name, AnnotatedParameterizedType list) {
        var part = list.getAnnotatedActualTypeArguments()[0];
        var type = (Class<?>) (part.getType() instanceof ParameterizedType of
                ? of.getRawType()
                : part.getType());
        var parts = isPlain(type)
                ? List.of(plain("", kind("", type, part), type, part, List.of()))
                : of(type);
        return new Field(name, Kind.LIST, type, required(list), min(list), max(list), List.of(), parts);
    }

    private static Field plain(String name, Kind kind, Class<?> type, AnnotatedType annotated,
            List<Class<? extends Id>> things) {
        var named = kind == Kind.THING ? List.<Class<? extends Id>>of(type.asSubclass(Id.class)) : things;
        return new Field(name, kind, type,
                required(annotated) || (type.isPrimitive() && type != boolean.class),
                min(annotated), max(annotated), named, List.of());
    }

    private static Kind kind(String name, Class<?> type, AnnotatedElement annotated) {
        if (Id.class.isAssignableFrom(type)) {
            return Kind.THING;
        }
        if (type.isEnum()) {
            return Kind.CHOICE;
        }
        if (type == LocalDate.class) {
            return Kind.DAY;
        }
        if (type == long.class || type == Long.class) {
            return name.endsWith("Agorot") ? Kind.AMOUNT : Kind.NUMBER;
        }
        if (type == int.class || type == Integer.class) {
            return Kind.NUMBER;
        }
        if (type == boolean.class || type == Boolean.class) {
            return Kind.FLAG;
        }
        if (type == ObjectNode.class) {
            return Kind.OPEN;
        }
        return type == String.class && max(annotated) > LONGEST_LINE ? Kind.LONG_TEXT : Kind.TEXT;
    }

    /** Whether a value of the type is written as one word or number, not as several fields. */
    private static boolean isPlain(Class<?> type) {
        return !type.isRecord() || Stream.of(type.getMethods())
                .anyMatch(method -> method.isAnnotationPresent(JsonValue.class));
    }

    private static boolean required(AnnotatedElement annotated) {
        return Stream.of(NotNull.class, NotBlank.class, NotEmpty.class)
                .anyMatch(annotated::isAnnotationPresent);
    }

    private static long min(AnnotatedElement annotated) {
        if (annotated.isAnnotationPresent(Positive.class)) {
            return 1;
        }
        if (annotated.isAnnotationPresent(PositiveOrZero.class)) {
            return 0;
        }
        var min = annotated.getAnnotation(Min.class);
        var size = annotated.getAnnotation(Size.class);
        boolean some = annotated.isAnnotationPresent(NotEmpty.class);
        return min != null ? min.value() : Math.max(some ? 1 : 0, size == null ? 0 : size.min());
    }

    private static long max(AnnotatedElement annotated) {
        var max = annotated.getAnnotation(Max.class);
        var size = annotated.getAnnotation(Size.class);
        if (max != null) {
            return max.value();
        }
        return size == null ? Long.MAX_VALUE : Objects.requireNonNull(size).max();
    }
}
