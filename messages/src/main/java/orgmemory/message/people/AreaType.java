// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.people;

/** What kind of work an area of responsibility holds. */
public enum AreaType {
    DOMAIN, INFRASTRUCTURE, PROGRAMME, PROJECT
}
