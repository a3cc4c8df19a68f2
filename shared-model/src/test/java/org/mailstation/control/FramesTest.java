package org.mailstation.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FramesTest {
    @Test
    void what_was_written_is_read_again() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Frames.write(out, "{}");
        Frames.write(out, "ü 😀\r\n\r\n");
        Frames.write(out, "");
        Frames frames = frames(out.toString(StandardCharsets.UTF_8));
        assertThat(frames.next()).isEqualTo("{}");
        assertThat(frames.next()).isEqualTo("ü 😀\r\n\r\n");
        assertThat(frames.next()).isEmpty();
        assertThat(frames.next()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            content-length:2\\r\\n\\r\\n{}
            X: y\\r\\nContent-Length: 2\\r\\n\\r\\n{}
            Content-Length: 2\\r\\nContent-Type: application/vscode-jsonrpc; charset=utf-8\\r\\n\\r\\n{}
            Content-Length: 2\\r\\nContent-Type: application/json\\r\\n\\r\\n{}
            Content-Length: 0000000002\\r\\n\\r\\n{}
            """)
    void headers_of_other_libraries_are_understood(String frame) throws IOException {
        assertThat(frames(frame.translateEscapes()).next()).isEqualTo("{}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {}                                                         | ends inside a header
            Content-Length: 2\\r\\n                                    | ends inside a header
            Content-Length: 2\\n\\n{}                                  | ends inside a header
            Content-Length: 3\\r\\n\\r\\n{}                            | ends inside a message
            \\r\\n\\r\\n{}                                             | no colon
            Content-Length 2\\r\\n\\r\\n{}                             | no colon
            Content-Type: x\\r\\n\\r\\n{}                              | Content-Length is missing
            Content-Length: -1\\r\\n\\r\\n{}                           | not one number
            Content-Length: 2.0\\r\\n\\r\\n{}                          | not one number
            Content-Length: 0x2\\r\\n\\r\\n{}                          | not one number
            Content-Length: ٢\\r\\n\\r\\n{}                            | not one number
            Content-Length: 99999999999\\r\\n\\r\\n{}                  | not one number
            Content-Length: 2\\r\\nContent-Length: 3\\r\\n\\r\\n{}      | not one number
            Content-Length: 4194305\\r\\n\\r\\n{}                      | larger than 4194304
            Content-Length: 9999999999\\r\\n\\r\\n{}                   | larger than 4194304
            Content-Length: 2\\r\\nContent-Type: a;charset=utf-16\\r\\n\\r\\n{} | not said to be UTF-8
            """)
    void anything_else_is_malformed(String frame, String why) {
        assertThatThrownBy(() -> frames(frame.translateEscapes()).next())
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining(why);
    }

    @Test
    void bytes_that_are_not_utf_8_are_malformed() {
        byte[] frame = "Content-Length: 2\r\n\r\n\u00c3(".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> new Frames(new ByteArrayInputStream(frame)).next())
                .hasMessageContaining("not UTF-8");
    }

    @Test
    void a_header_without_end_is_given_up_early() {
        CountedZeros endless = new CountedZeros();
        assertThatThrownBy(() -> new Frames(endless).next())
                .hasMessageContaining("longer than 1024");
        assertThat(endless.given).isLessThan(20_000);
    }

    @Test
    void a_message_too_large_is_refused_before_it_is_read() {
        CountedZeros endless = new CountedZeros();
        InputStream frame =
                new java.io.SequenceInputStream(
                        new ByteArrayInputStream(
                                "Content-Length: 5000000\r\n\r\n"
                                        .getBytes(StandardCharsets.US_ASCII)),
                        endless);
        assertThatThrownBy(() -> new Frames(frame).next()).hasMessageContaining("larger than");
        assertThat(endless.given).isLessThan(20_000);
    }

    @Test
    void a_message_too_large_is_not_written() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String large = "ü".repeat(StationControl.MAX_MESSAGE / 2 + 1);
        assertThatThrownBy(() -> Frames.write(out, large))
                .isInstanceOf(MalformedMessageException.class);
        assertThat(out.size()).isZero();
    }

    private static Frames frames(String bytes) {
        return new Frames(new ByteArrayInputStream(bytes.getBytes(StandardCharsets.UTF_8)));
    }

    /** A stream that never ends, and knows how much was taken from it. */
    private static final class CountedZeros extends InputStream {
        private long given;

        @Override
        public int read() {
            given++;
            return 'a';
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            Arrays.fill(bytes, from, from + length, (byte) 'a');
            given += length;
            return length;
        }
    }
}
