// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.folding;

/** Another process has moved the memory on, which only one may do. Nothing of this one's batch is kept. */
final class LeadLost extends IllegalStateException {

    LeadLost(String what) {
        super(what);
    }
}
