// SPDX-License-Identifier: Apache-2.0
package orgmemory.access;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import orgmemory.access.HttpProblem.InvalidField;
import orgmemory.message.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says which fields of an input are wrong, and why. */
public final class ValidationErrors {

    private static final Set<String> FORMS = Set.of("id.form", "id.part-form", "subject.form",
            "visibility.form");

    private ValidationErrors() {
    }

    /** Input that is no JSON, or whose fields are not those of its type: 400. */
    public static HttpProblem of(JacksonException failed) {
        return of(failed, "");
    }

    /** The same for a part of the input; the prefix says which, as {@code envelope.}. */
    public static HttpProblem of(JacksonException failed, String prefix) {
        return switch (failed) {
            case InputCoercionException _ -> HttpProblem.malformed(prefix + path(failed), "whole-number");
            case StreamConstraintsException over when over.getOriginalMessage().contains("nesting depth") ->
                new HttpProblem(400, "request.too-deep",
                        List.of(new InvalidField(prefix + path(over), "json.deep", List.of(Json.MAX_DEPTH))),
                        Json.MAX_DEPTH);
            case StreamConstraintsException over -> HttpProblem.malformed(prefix + path(over),
                    over.getOriginalMessage().contains("Name") ? "json.name" : "json.number");
            case StreamReadException broken -> BrokenJson.of(broken, prefix);
            case MismatchedInputException more when more.getOriginalMessage().startsWith("Trailing token") ->
                HttpProblem.malformed("", "json.trailing");
            default ->
                new HttpProblem(400, "request.malformed",
                        List.of(invalidField(prefix + path(failed), failed)));
        };
    }

    /** Fields that break their constraints: 413 where they are only too long, else 400. */
    public static HttpProblem of(Collection<? extends ConstraintViolation<?>> violations) {
        return of(violations, "");
    }

    /** The same for a part of the input. */
    public static HttpProblem of(Collection<? extends ConstraintViolation<?>> violations, String prefix) {
        var invalidFields = violations.stream()
                .map(violation -> invalidField(prefix, violation))
                .sorted(Comparator.comparing(InvalidField::field).thenComparing(InvalidField::rule))
                .toList();
        boolean onlyTooLong = invalidFields.stream()
                .allMatch(invalidField -> invalidField.rule().equals("Size.max"));
        return onlyTooLong
                ? new HttpProblem(413, "request.field-too-large", invalidFields)
                : new HttpProblem(400, "request.malformed", invalidFields);
    }

    private static InvalidField invalidField(String prefix, ConstraintViolation<?> violation) {
        var path = prefix + violation.getPropertyPath().toString().replaceAll("\\.?<[^>]*>", "");
        var constraint = violation.getConstraintDescriptor().getAnnotation();
        return switch (constraint) {
            case Size size -> size(path, size, violation.getInvalidValue());
            case Min min -> new InvalidField(path, "Min", List.of(Long.toString(min.value())));
            case Max max -> new InvalidField(path, "Max", List.of(Long.toString(max.value())));
            default -> new InvalidField(path, constraint.annotationType().getSimpleName(), List.of());
        };
    }

    private static InvalidField size(String path, Size limit, @Nullable Object value) {
        int size = switch (value) {
            case CharSequence text -> text.length();
            case Collection<?> all -> all.size();
            case null, default -> 0;
        };
        return size > limit.max()
                ? new InvalidField(path, "Size.max", List.of(limit.max()))
                : new InvalidField(path, "Size.min", List.of(limit.min()));
    }

    private static InvalidField invalidField(String path, JacksonException failed) {
        return switch (failed) {
            case UnrecognizedPropertyException _ -> new InvalidField(path, "unknown-field", List.of());
            case ValueInstantiationException made -> new InvalidField(path, form(made), List.of());
            case MismatchedInputException wrong when isMissing(wrong) ->
                new InvalidField(path, "NotNull", List.of());
            case MismatchedInputException wrong -> wrongType(path, wrong.getTargetType());
            default -> new InvalidField(path, "type", List.of());
        };
    }

    private static boolean isMissing(MismatchedInputException wrong) {
        return wrong.getOriginalMessage().startsWith("Cannot map `null`");
    }

    private static InvalidField wrongType(String path, @Nullable Class<?> type) {
        if (type == null) {
            return new InvalidField(path, "type", List.of());
        }
        if (type.isEnum()) {
            var names = Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
            return new InvalidField(path, "one-of", List.of(String.join(", ", names)));
        }
        if (type == LocalDate.class || Temporal.class.isAssignableFrom(type)) {
            return new InvalidField(path, "day", List.of());
        }
        boolean whole = type == long.class || type == int.class || type == Long.class
                || type == Integer.class;
        return new InvalidField(path, whole ? "whole-number" : "type", List.of());
    }

    private static String form(Throwable failed) {
        for (var cause = failed.getCause(); cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null && FORMS.contains(cause.getMessage())) {
                return cause.getMessage();
            }
        }
        return "type";
    }

    private static String path(JacksonException failed) {
        var path = new StringBuilder();
        for (var step : failed.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return BrokenJson.shortened(path.toString());
    }
}
