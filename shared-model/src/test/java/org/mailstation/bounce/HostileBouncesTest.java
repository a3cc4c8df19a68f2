package org.mailstation.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whoever sends us a letter may have made it up. */
class HostileBouncesTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @Test
    void one_that_never_ends_is_read_up_to_a_limit() throws IOException {
        int[] given = {0};
        InputStream endless =
                new InputStream() {
                    @Override
                    public int read() {
                        given[0]++;
                        return given[0] % 70 == 0 ? '\n' : 'x';
                    }
                };
        assertThat(Bounces.read(endless)).isEqualTo(new Reading.Other(NoBounce.TOO_LARGE));
        assertThat(given[0]).isEqualTo(Bounces.MOST_BYTES + 1);
    }

    @Test
    void what_follows_behind_the_limit_does_not_hide_the_answer() {
        byte[] bounce = Corpus.octets("postfix-two.eml");
        byte[] huge = java.util.Arrays.copyOf(bounce, 2 * Bounces.MOST_BYTES);
        java.util.Arrays.fill(huge, bounce.length, huge.length, (byte) 'x');
        Reading.Returned read = (Reading.Returned) Bounces.read(huge);
        assertThat(read.cut()).isTrue();
        assertThat(read.refusals()).hasSize(2);
    }

    @Test
    void letters_within_letters_end_somewhere() {
        String letter = "From: a@away.example\nContent-Type: message/rfc822\n\n".repeat(20_000);
        assertTimeoutPreemptively(LONG, () -> assertThat(Bounces.read(octets(letter))).isNotNull());
    }

    @Test
    void parts_within_parts_end_somewhere() {
        StringBuilder letter = new StringBuilder("From: a@away.example\n");
        for (int i = 0; i < 5_000; i++) {
            letter.append("Content-Type: multipart/mixed; boundary=b").append(i);
            letter.append("\n\n--b").append(i).append('\n');
        }
        assertTimeoutPreemptively(
                LONG, () -> assertThat(Bounces.read(octets(letter.toString()))).isNotNull());
    }

    @Test
    void many_fields_and_many_recipients_are_bounded() {
        String group =
                "\nFinal-Recipient: rfc822; bob@away.example\nAction: failed\nStatus: 5.1.1\n";
        String letter =
                "From: MAILER-DAEMON@away.example\n"
                        + "X-Filler: y\n".repeat(2_000)
                        + "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n"
                        + group.repeat(20_000);
        assertTimeoutPreemptively(
                LONG,
                () ->
                        assertThat(((Reading.Returned) Bounces.read(octets(letter))).refusals())
                                .hasSizeLessThan(101));
    }

    @Test
    void a_line_without_end_takes_no_time() {
        for (String piece : new String[] {"a", "550 ", "host a.", "domain ", "<p ", "a@b.", "( "}) {
            String line = piece.repeat(1_000_000 / piece.length());
            assertTimeoutPreemptively(
                    LONG,
                    () -> assertThat(Bounces.read(octets("Subject: x\n\n" + line))).isNotNull());
            assertTimeoutPreemptively(
                    LONG,
                    () ->
                            assertThat(
                                            Bounces.read(
                                                    octets(
                                                            "From: MAILER-DAEMON@away.example\n"
                                                                    + "Content-Type: text/html\n\n"
                                                                    + line)))
                                    .isNotNull());
        }
    }

    @Test
    void a_wrong_or_unknown_character_set_is_no_obstacle() {
        String text =
                new String(Corpus.octets("german-text.eml"), StandardCharsets.UTF_8)
                        .replace("iso-8859-1", "x-no-such-set");
        assertThat(Bounces.read(octets(text))).isInstanceOf(Reading.Returned.class);
    }

    @Test
    void noise_is_nothing() {
        byte[] noise = new byte[100_000];
        new Random(7).nextBytes(noise);
        assertThat(Bounces.read(noise)).isEqualTo(new Reading.Other(NoBounce.NO_TEXT));
    }

    @Test
    void the_file_of_outlook_is_named_as_what_it_is() {
        byte[] msg = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1};
        assertThat(Bounces.read(msg)).isEqualTo(new Reading.Other(NoBounce.OUTLOOK_FILE));
        assertThat(Bounces.read(new byte[0])).isEqualTo(new Reading.Other(NoBounce.EMPTY));
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
