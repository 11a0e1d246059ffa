// SPDX-License-Identifier: Apache-2.0
package orgmemory.message;

/** The language in which somebody wrote; texts are shown as written, never translated. */
public enum Language {
    he, en, ar
}
