// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.entrance;

import java.util.List;
import orgmemory.access.HttpProblem;
import orgmemory.access.HttpProblem.InvalidField;

/** A new password is typed twice, since nobody sees what they type. */
final class NewPassword {

    private NewPassword() {
    }

    static void same(String password, String repeated) {
        if (!password.equals(repeated)) {
            throw new HttpProblem(422, "request.malformed",
                    List.of(new InvalidField("repeated", "password.differs", List.of())));
        }
    }
}
