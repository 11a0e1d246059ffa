// SPDX-License-Identifier: Apache-2.0
package orgmemory.access;

/**
 * A table with one row whose column {@code changes} counts, in the transaction of each, what changes of who may do what.
 *
 * @param table with its schema
 */
public record ChangeCount(String table) {

    String sql() {
        return "(select changes from " + table + ")";
    }
}
