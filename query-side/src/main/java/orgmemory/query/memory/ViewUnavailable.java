// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory;

/** A view cannot be read now: it broke, or it is still being folded for the first time. */
public final class ViewUnavailable extends RuntimeException {

    private final transient ViewStatus status;

    public ViewUnavailable(ViewStatus status) {
        super(status.view() + " is " + status.status(), null, false, false);
        this.status = status;
    }

    /** Which view, and why. */
    public ViewStatus status() {
        return status;
    }
}
