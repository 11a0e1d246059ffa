// SPDX-License-Identifier: Apache-2.0
package orgmemory.message;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/**
 * What {@code @NotBlank} means here: somebody sees something. Found by its name under {@code META-INF/services}, so that it
 * holds for every field of every message; for strings it comes before the one that only looks for spaces.
 */
public final class NotUnseen implements ConstraintValidator<NotBlank, String> {

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        return text != null && !Texts.isUnseen(text);
    }
}
