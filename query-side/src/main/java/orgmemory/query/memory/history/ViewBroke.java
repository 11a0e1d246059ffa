// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.history;

/** A view threw, though it must not. Unlike trouble with the database, trying again does not help. */
public final class ViewBroke extends RuntimeException {

    ViewBroke(String view, Throwable cause) {
        super(view + ": " + cause, cause);
    }
}
