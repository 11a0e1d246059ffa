// SPDX-License-Identifier: Apache-2.0
package orgmemory.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HttpAnswersTest {

    private static final String TAKEN = "{\"line\":1,\"status\":200,\"id\":\"Y1\"}\n";
    private static final String REFUSED = "{\"line\":2,\"status\":422,\"problem\":{\"code\":\"year.closed\"}}\n";

    @Test
    void answers_follow_one_another_on_a_connection() throws IOException {
        var answers = new HttpAnswers(in(whole(TAKEN) + chunked(TAKEN) + whole(TAKEN + TAKEN)));
        answers.skip();
        answers.skip();
        assertThat(answers.next()).isEqualTo(TAKEN + TAKEN);
    }

    @Test
    void a_refused_line_of_a_batch_is_an_error() {
        for (var answer : new String[] {whole(TAKEN + REFUSED), chunked(TAKEN + REFUSED)}) {
            assertThatThrownBy(new HttpAnswers(in(answer))::skip).isInstanceOf(IOException.class)
                    .hasMessageContaining("year.closed");
        }
    }

    @Test
    void all_but_200_are_errors() {
        var refused = whole(REFUSED).replace("200 OK", "422 Unprocessable");
        assertThatThrownBy(new HttpAnswers(in(refused))::skip).isInstanceOf(IOException.class)
                .hasMessageContaining("422");
    }

    private static String whole(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    /** Cut in the middle, as a server may. */
    private static String chunked(String body) {
        int half = body.length() * 3 / 4;
        return "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk(body.substring(0, half))
                + chunk(body.substring(half)) + "0\r\n\r\n";
    }

    private static String chunk(String part) {
        return Integer.toHexString(part.length()) + "\r\n" + part + "\r\n";
    }

    private static ByteArrayInputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }
}
