// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import orgmemory.message.Catalogue;
import orgmemory.message.CorrectionMessages.CorrectionCommand;
import orgmemory.message.budget.BudgetMessages.BudgetCommand;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RandomCommandsTest {

    private static final Pattern COMMAND = Pattern.compile("'command':'(\\w+)'");

    @Test
    void every_command_of_a_budget_and_every_correction_is_among_them() {
        var sent = new RandomCommands(1).lines(4_000)
                .stream()
                .flatMap(line -> COMMAND.matcher(line).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        var all = Catalogue.commands()
                .filter(command -> BudgetCommand.class.isAssignableFrom(command)
                        || CorrectionCommand.class.isAssignableFrom(command))
                .map(Class::getSimpleName)
                .toList();
        assertThat(sent).containsAll(all);
    }
}
