// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.register;

import java.time.LocalDate;
import java.util.List;
import orgmemory.command.register.RegisterEntry.Kind;

/** The register's rows as a rule finds them. */
public interface RegisterRows {

    /** Those of a key that hold on that day or later, in the order of their first days. */
    List<RegisterRow> of(Kind kind, String key, LocalDate since);

    /** Those of a holder that hold on that day or later, in the order of their first days. */
    List<RegisterRow> heldBy(Kind kind, String holder, LocalDate since);
}
