// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.register;

/**
 * What has to hold of the register once a fact is in it. It is seen to under the lock of the append, so that nothing which is
 * appended at the same moment can break it.
 */
@FunctionalInterface
public interface RegisterRule {

    /**
     * Looks at the rows as the fact, and all that is appended with it, has made them.
     *
     * @throws orgmemory.message.Rejected where the rule is broken
     */
    void check(RegisterRows rows);
}
