// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget.line;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import orgmemory.message.Subject;
import orgmemory.query.budget.BudgetLines;
import orgmemory.query.memory.BitemporalPoint;
import orgmemory.query.screen.read.Belongings;
import orgmemory.query.screen.read.States;

/** Which budget lines does an area have, over the years? */
@Component
final class LinesOfAreas implements Belongings {

    private final States states;
    private final BudgetLines lines;

    LinesOfAreas(States states, BudgetLines lines) {
        this.states = states;
        this.lines = lines;
    }

    @Override
    public List<Belonging> of(Subject thing, BitemporalPoint point) {
        if (!thing.type().equals("area")) {
            return List.of();
        }
        return states.all(lines, Map.of("areaId", thing.id()), null, point)
                .stream()
                .flatMap(state -> belonging(state.it()))
                .sorted(comparing((Belonging line) -> line.thing().id()).reversed())
                .toList();
    }

    private static Stream<Belonging> belonging(BudgetLines.Line line) {
        var year = line.yearId();
        return year == null
                ? Stream.of()
                : Stream.of(new Belonging(line.lineId().subject(), year.subject(), line.currentAgorot()));
    }
}
