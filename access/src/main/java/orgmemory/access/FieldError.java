// SPDX-License-Identifier: Apache-2.0
package orgmemory.access;

/**
 * What is wrong with one field.
 *
 * @param field   its path, as {@code lines[0].amountAgorot}; empty for the whole
 * @param rule    which rule it breaks, as {@code NotBlank}
 * @param message the rule in the reader's language
 */
public record FieldError(String field, String rule, String message) {
}
