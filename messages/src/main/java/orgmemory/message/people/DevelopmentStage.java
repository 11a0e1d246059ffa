// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.people;

/** How far the forum has come in managing itself. Rights may depend on it; the order counts. */
public enum DevelopmentStage {
    PROFESSIONAL_DEVELOPMENT, LEARNING_AND_INFLUENCING, SELF_MANAGED_GROUPS;

    /** The one that comes after it; the last one again after the last. */
    public DevelopmentStage next() {
        return this == PROFESSIONAL_DEVELOPMENT ? LEARNING_AND_INFLUENCING : SELF_MANAGED_GROUPS;
    }
}
