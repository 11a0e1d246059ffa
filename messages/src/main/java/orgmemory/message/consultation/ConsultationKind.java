// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.consultation;

/** Whom one asks, and how. */
public enum ConsultationKind {
    /** Advice of single people. */
    ADVICE,
    /** Talked over by several together. */
    DISCOURSE,
    /** Two equals. */
    PAIR,
    /** Those whom it would touch. */
    AFFECTED,
    /** Those who know the matter. */
    EXPERT
}
