package org.mailstation.daemon.mail.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.TooLongFrameException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineFramerTest {
    private static final int LONGEST = 20;

    private final LineFramer framer = new LineFramer(LONGEST);
    private final EmbeddedChannel channel = new EmbeddedChannel(framer);

    private List<String> sent(String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
        List<String> frames = new ArrayList<>();
        ByteBuf frame;
        while ((frame = channel.readInbound()) != null) {
            frames.add(frame.toString(StandardCharsets.US_ASCII));
            frame.release();
        }
        return frames;
    }

    @Test
    void commands_come_one_by_one() {
        assertThat(sent("NOOP\r\nRSET\nQU")).containsExactly("NOOP\r\n", "RSET\n");
        assertThat(sent("IT\r\n")).containsExactly("QUIT\r\n");
    }

    @Test
    void lines_of_a_letter_come_together_up_to_its_dot() {
        framer.letterBegins();

        assertThat(sent("A: b\r\n\r\n..\r\nhal")).containsExactly("A: b\r\n\r\n..\r\n");
        assertThat(sent("f\r\n.\r\nNOOP\r\nQUIT\r\n"))
                .containsExactly("half\r\n.\r\n", "NOOP\r\n", "QUIT\r\n");
    }

    @Test
    void it_does_not_matter_in_which_pieces_they_come() {
        framer.letterBegins();
        List<String> frames = new ArrayList<>();

        for (char letter : "long line 1\r\n.\r\nRSET\r\nMAIL\r\n".toCharArray()) {
            frames.addAll(sent(String.valueOf(letter)));
        }

        assertThat(frames).containsExactly("long line 1\r\n", ".\r\n", "RSET\r\n", "MAIL\r\n");
    }

    @Test
    void a_dot_before_a_lone_line_feed_ends_no_letter() {
        framer.letterBegins();

        assertThat(sent("x\n.\nRSET\r\n.\n")).containsExactly("x\n.\nRSET\r\n.\n");
    }

    @Test
    void after_a_letter_that_was_given_up_lines_are_commands() {
        framer.letterBegins();
        framer.letterEnds();

        assertThat(sent("a\r\nb\r\n")).containsExactly("a\r\n", "b\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x\r\n", "x\r\n.\r\n"})
    void a_line_that_is_too_long_is_told_in_a_letter_too(String end) {
        framer.letterBegins();

        assertThat(sent("short\r\n")).containsExactly("short\r\n");
        assertThatThrownBy(() -> sent("x".repeat(LONGEST + 1) + end))
                .isInstanceOf(TooLongFrameException.class);
    }
}
