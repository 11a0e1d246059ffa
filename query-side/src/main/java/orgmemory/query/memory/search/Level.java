// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.search;

/** How well a text answers a question: the best first. */
public enum Level {
    /** It has the words as they are asked for. */
    EXACT,
    /** It has them behind Hebrew prefixes, or concerns what is called so. */
    NEAR,
    /** The last word is the beginning of one of its words. */
    BEGUN,
    /** It has them where prefixes of the question are taken away. */
    FAR
}
