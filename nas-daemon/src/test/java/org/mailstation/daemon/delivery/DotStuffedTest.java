package org.mailstation.daemon.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DotStuffedTest {
    private static DotStuffed of(String letter) {
        return new DotStuffed(
                new ByteArrayInputStream(letter.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static String all(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    private static String visible(String text) {
        return text.replace("\r", "\\r").replace("\n", "\\n");
    }

    @ParameterizedTest
    @CsvSource({
        "'a\\r\\nb\\r\\n', 'a\\r\\nb\\r\\n.\\r\\n'",
        "'a\\nb', 'a\\r\\nb\\r\\n.\\r\\n'",
        "'a\\rb\\r', 'a\\r\\nb\\r\\n.\\r\\n'",
        "'a\\r\\n\\nb', 'a\\r\\n\\r\\nb\\r\\n.\\r\\n'",
        "'.\\r\\n..x\\r\\ny.z', '..\\r\\n...x\\r\\ny.z\\r\\n.\\r\\n'",
        "'a\\n.\\nb', 'a\\r\\n..\\r\\nb\\r\\n.\\r\\n'",
        "'', '.\\r\\n'"
    })
    void line_ends_and_dots_are_made_safe(String letter, String sent) throws IOException {
        String real = letter.replace("\\r", "\r").replace("\\n", "\n");

        assertThat(visible(all(of(real)))).isEqualTo(sent);
    }

    @Test
    void a_letter_of_many_pieces_is_the_same_however_it_is_read() throws IOException {
        String letter = "\r\n.\n.".repeat(20_000) + "end";
        StringBuilder single = new StringBuilder();
        try (DotStuffed stream = of(letter)) {
            for (int c = stream.read(); c >= 0; c = stream.read()) {
                single.append((char) c);
            }
        }

        assertThat(single).hasToString(all(of(letter)));
        assertThat(single).hasToString("\r\n..\r\n..".repeat(20_000) + "end\r\n.\r\n");
    }

    /** The letter comes in pieces; what a line end or a dot means may be in the piece before. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 16 * 1024})
    void it_does_not_matter_where_the_letter_is_cut(int piece) throws IOException {
        String letter = "a\r\n.b\r\r\n\n..\rc\t\u00e4\u0000.\r\n.";
        InputStream cut =
                new ByteArrayInputStream(letter.getBytes(StandardCharsets.ISO_8859_1)) {
                    @Override
                    public int read(byte[] target) {
                        return read(target, 0, Math.min(piece, target.length));
                    }
                };

        assertThat(visible(all(new DotStuffed(cut))))
                .isEqualTo(visible("a\r\n..b\r\n\r\n\r\n...\r\nc\t\u00e4\u0000.\r\n..\r\n.\r\n"));
    }

    @Test
    void closing_closes_the_letter() throws IOException {
        boolean[] closed = new boolean[1];
        InputStream letter =
                new ByteArrayInputStream(new byte[0]) {
                    @Override
                    public void close() {
                        closed[0] = true;
                    }
                };

        new DotStuffed(letter).close();

        assertThat(closed[0]).isTrue();
    }
}
