// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import jakarta.validation.Validator;
import orgmemory.access.FormCheck;
import tools.jackson.databind.node.ObjectNode;

/** The form of commands, as whoever issues them is held to it. */
public final class CommandForm implements FormCheck {

    private final CommandReader reader;

    public CommandForm(Validator validator) {
        this.reader = new CommandReader(validator);
    }

    @Override
    public void check(String command, ObjectNode body) {
        var type = CommandDispatcher.type(command);
        var fields = body.deepCopy();
        var envelope = CommandRequest.object(fields.remove("envelope"), "envelope");
        reader.command(type, fields);
        reader.read(EnvelopeReader.Said.class, envelope, "envelope.");
    }
}
