// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.people;

/** What a manager manages. It describes; it grants nothing. */
public enum ManagerKind {
    DOMAIN, INFRASTRUCTURE, PROJECT
}
