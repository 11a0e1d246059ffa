// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import orgmemory.access.Problems;
import orgmemory.access.WhoMay;
import orgmemory.message.Language;
import orgmemory.message.Subject;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/** A batch that cannot be carried to its end: nobody takes what was answered for all of it. */
@SpringBootTest(classes = CommandSide.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = CommandSide.OnItsOwn.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class BrokenBatchTest {

    private static final Subject KEEPER = Subject.of("person/K");

    @Autowired
    private BatchDispatcher dispatcher;
    @Autowired
    private Problems problems;

    @Test
    void where_answers_cannot_be_kept_no_more_lines_are_taken_and_the_batch_breaks_off() throws Exception {
        try (var spool = new AnswerSpool(0, Path.of("no such folder"))) {
            var batch = new Batch(dispatcher, problems, spool, Locale.ENGLISH);
            batch.mustBeAnswered();
            batch.read(lines(2), KEEPER, Language.en);
            batch.decide();

            var more = lines(100_000);
            batch.read(more, KEEPER, Language.en);
            assertThat(more.next()).as("lines were left").isNotNull();
            assertThatThrownBy(batch::mustBeAnswered).isInstanceOf(IOException.class);
        }
    }

    @Test
    void what_nobody_foresaw_is_answered_to_every_line() {
        WhoMay.Asking broken = new WhoMay.Asking() {

            @Override
            public void look(String counts) {
                throw new IllegalStateException("Unforeseen");
            }

            @Override
            public void confirm() {
                // Nobody asks for it here.
            }
        };
        var asked = Stream.of(1, 2, 3).map(BrokenBatchTest::line).toList();
        for (var some : List.of(asked, asked.subList(0, 1))) {
            assertThat(ScopedValue.where(WhoMay.ASKING, broken).call(() -> dispatcher.answer(some)))
                    .hasSameSizeAs(some)
                    .allSatisfy(reply -> assertThat(reply.refusal()).hasMessage("Unforeseen"));
        }
    }

    private static BatchLine line(int number) {
        try {
            return BatchLine.of(Objects.requireNonNull(lines(number).next()), KEEPER, Language.en);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Lines lines(int count) {
        var text = "{\"command\":\"RegisterPerson\",\"body\":{\"name\":\"x\"}}\n".repeat(count);
        return new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 1 << 20);
    }
}
