// SPDX-License-Identifier: Apache-2.0
package orgmemory.message;

/** Who may see a fact and its history. The narrower classes of the domain come with the topics that need them. */
public enum Visibility {
    PUBLIC, INSTITUTE
}
