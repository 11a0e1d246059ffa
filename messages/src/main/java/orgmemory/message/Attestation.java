// SPDX-License-Identifier: Apache-2.0
package orgmemory.message;

/** On whose word a fact stands. */
public enum Attestation {
    /** The actor tells what they did themselves. */
    SELF,
    /** Recorded while it happened in a meeting. */
    RECORDED_IN_MEETING,
    /** Told to the actor by somebody else. */
    REPORTED,
    /** Taken over from an earlier record by a memory keeper; held to form, not to the rules of its day. */
    IMPORTED
}
