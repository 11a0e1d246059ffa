// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.unsent;

import java.util.List;

/** The keys with which forms are sealed, of 32 random bytes each. */
public interface SealingKeys {

    /** The key to seal with now. */
    byte[] current();

    /** The keys that may have sealed what is still to be opened. */
    List<byte[]> all();
}
