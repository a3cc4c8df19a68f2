package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailstation.config.Service;

/** A program that compresses what it says and hears (RFC 4978). */
@Timeout(300)
class ImapCompressTest extends AnnasMailbox {
    private static final String OFFER = "COMPRESS=DEFLATE";

    private void compress() throws IOException {
        assertThat(client.imap("COMPRESS DEFLATE")).singleElement().asString().startsWith("t1 OK");
        client.compress();
    }

    @Test
    void letters_come_and_go_unharmed() throws IOException {
        compress();
        String letter = "Subject: long\r\n\r\n" + "All work and no play.\r\n".repeat(20_000);
        client.imap("CREATE packed");

        assertThat(client.imap("APPEND packed {" + letter.length() + "+}\r\n" + letter))
                .last()
                .asString()
                .startsWith("t1 OK");
        client.imap("SELECT packed");
        client.raw("t1 FETCH 1 BODY.PEEK[]\r\n");
        assertThat(client.line()).endsWith("{" + letter.length() + "}");
        assertThat(new String(client.bytes(letter.length()), StandardCharsets.US_ASCII))
                .isEqualTo(letter);
        assertThat(client.tagged()).last().isEqualTo("t1 OK FETCH completed.");
        assertThat(client.imap("LOGOUT")).last().asString().startsWith("t1 OK");
        assertEnds();
    }

    @Test
    void a_program_that_idles_hears_of_a_letter() throws Exception {
        compress();
        client.imap("CREATE news");
        client.imap("SELECT news");
        assertThat(client.ask("t1 IDLE")).startsWith("+");

        try (LineClient other = station.imap(ANNA)) {
            other.imap("APPEND news {1+}\r\nx");
        }

        assertThat(client.line()).isEqualTo("* 1 EXISTS");
        client.raw("DONE\r\n");
        assertThat(client.tagged()).last().asString().startsWith("t1 OK");
    }

    @Test
    void it_is_offered_once_to_who_has_signed_in() throws Exception {
        assertThat(client.imap("CAPABILITY").getFirst()).contains(OFFER);
        assertThat(client.imap("COMPRESS LZMA").getLast()).startsWith("t1 BAD");
        compress();
        assertThat(client.imap("CAPABILITY").getFirst()).doesNotContain(OFFER);
        assertThat(client.imap("COMPRESS DEFLATE").getLast())
                .startsWith("t1 NO [COMPRESSIONACTIVE] COMPRESS");

        try (LineClient stranger = station.connect(Service.IMAPS)) {
            stranger.line();
            assertThat(stranger.imap("CAPABILITY").getFirst()).doesNotContain(OFFER);
            assertThat(stranger.imap("COMPRESS DEFLATE")).last().asString().startsWith("t1 BAD");
        }
    }

    @Test
    void a_line_without_end_is_refused_however_small_it_is_packed() throws IOException {
        compress();

        client.raw("x".repeat(2_000_000) + "\r\n");

        assertThat(client.line()).isEqualTo("* BAD failed. Maximum command line length exceeded");
        assertStillServing();
    }

    @Test
    void a_literal_beyond_the_limit_is_refused() throws IOException {
        compress();

        client.raw("t1 APPEND INBOX {99999999999+}\r\n" + "x".repeat(100_000));

        assertThat(client.line()).isEqualTo("* BYE Literal too large");
        assertStillServing();
    }

    @Test
    void what_is_not_compressed_ends_the_connection() throws IOException {
        compress();

        client.beneath("\u00ff\u00fft1 NOOP\r\n".getBytes(StandardCharsets.ISO_8859_1));

        assertEnds();
        assertStillServing();
    }

    private void assertEnds() throws IOException {
        try {
            assertThat(client.rest()).isEmpty();
        } catch (EOFException cutOff) {
            assertThat(cutOff).isNotNull(); // RFC 4978 4: a stream need not be ended
        }
    }

    private void assertStillServing() throws IOException {
        try (LineClient other = station.imap(ANNA)) {
            assertThat(other.imap("NOOP").getLast()).startsWith("t1 OK");
        }
    }
}
