// SPDX-License-Identifier: Apache-2.0
package orgmemory.message;

/**
 * The role in which somebody acts. No capacity is a rank: each is held in a context, from one day to another. It counts when
 * it is held both today and on the day that is told of.
 */
public enum Capacity {

    /** Active manager, member of the forum. */
    MGR,
    /** Manager accountable for the area or line concerned, on both days. */
    OWN,
    /** Management partner, not a member of the forum: acts in groups once these manage themselves, in the third stage. */
    PAR(true),
    /** Managers' managers. */
    MM(true),
    /** Steering committee member. */
    STC(true),
    /** Facilitator. */
    FAC(true),
    /** Recorder. */
    REC(true),
    /** Budget steward: prepares figures, cannot decide. */
    BST(true),
    /** Memory keeper: retrospective entry, corrections, imports. */
    MEM(true),
    /** Privacy officer. */
    DPO(true),
    /** Auditor or observer: reads, never writes. */
    AUD(true),
    /** Whoever it is about, in matters of their own account: everybody is, and of nobody else's. */
    SELF,
    /** The service itself: first start, deadlines, policies. */
    SYS;

    private final boolean grantable;

    Capacity() {
        this(false);
    }

    Capacity(boolean grantable) {
        this.grantable = grantable;
    }

    /** Whether the capacity is a role that a memory keeper grants; the others follow from facts. */
    public boolean grantable() {
        return grantable;
    }
}
