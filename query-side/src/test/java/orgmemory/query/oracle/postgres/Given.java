// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.oracle.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import orgmemory.query.memory.Answer;
import orgmemory.query.memory.BitemporalPoint;
import orgmemory.query.memory.ListQuery;
import orgmemory.query.memory.reading.Memory;

/** Answers that were given, and the questions they were given to. */
final class Given {

    private final Memory memory;
    private final Map<Question, Map<String, String>> answers = new LinkedHashMap<>();

    private final Random random;

    Given(Memory memory, Random random) {
        this.memory = memory;
        this.random = random;
    }

    private record Question(String view, LocalDate asOf, long knownOn) {
    }

    /** Asks one view for each day, as known so far. */
    void ask(List<LocalDate> days, long knownOn) {
        for (var day : days) {
            var view = Remembered.VIEWS.get(random.nextInt(Remembered.VIEWS.size()));
            var question = new Question(view.name(), day, knownOn);
            answers.put(question, answer(question));
        }
    }

    void isAnsweredTheSame() {
        answers.forEach((question, given) -> assertThat(answer(question))
                .describedAs("%s", question)
                .isEqualTo(given));
    }

    private Map<String, String> answer(Question question) {
        var states = new LinkedHashMap<String, String>();
        var point = new BitemporalPoint(question.asOf(), question.knownOn());
        for (Answer answer : memory.list(question.view(), ListQuery.all(point, 1_000)).items()) {
            states.put(answer.key(), answer.state());
        }
        return states;
    }
}
