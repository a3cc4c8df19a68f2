package org.mailstation.daemon.dkim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.james.jdkim.exceptions.FailException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures as another program sees them, and as nobody may change them. */
class DkimSignatureTest {
    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
    private static final DkimKey KEY = DkimKey.make("ms20260501", NOW, new SecureRandom());
    private static final Prover PROVER = Prover.of(KEY.status(), "home.test");
    private static final String HEADER =
            """
            From: Anna <anna@home.test>
            To: bob@away.test
            Subject: hello
            Date: Fri, 1 May 2026 14:00:00 +0200
            Message-ID: <1@home.test>
            """
                    .replace("\n", "\r\n");
    private static final String LETTER = HEADER + "\r\nHello\r\n  Bob\r\n";

    private static String signed(String letter) throws IOException {
        return field(letter) + letter;
    }

    private static String field(String letter) throws IOException {
        int end = letter.indexOf("\r\n\r\n");
        List<byte[]> fields = new ArrayList<>();
        for (String field : letter.substring(0, end + 2).split("(?<=\r\n)(?![ \t])")) {
            fields.add(bytes(field));
        }
        InputStream body = new ByteArrayInputStream(bytes(letter.substring(end + 4)));
        byte[] signature = DkimSignature.of(KEY, "home.test", fields, body, NOW);
        return new String(signature, StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> proven(String letter) throws IOException, FailException {
        return PROVER.domains(bytes(letter));
    }

    @Test
    void another_program_proves_it() throws Exception {
        assertThat(proven(signed(LETTER))).containsExactly("home.test");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\nno body at all",
                "Cc: a@away.test,\r\n\tb@away.test\r\n\r\nfolded\r\n",
                "Subject: a second one\r\n\r\nx\r\n",
                "X-Other: \t blanks  \t \r\n\r\ntrailing blanks \t \r\n \t\r\n\r\n",
                "Reply-To: Änna <anna@home.test>\r\n\r\nGrüße — 你好\r\n",
                "References:\r\n <1@a.test>\r\n <2@a.test>\r\nMIME-Version: 1.0\r\n"
                        + "Content-Type: text/plain;\r\n\tcharset=utf-8\r\n\r\nx\r\n",
                "Subject :blank before the colon\r\n\r\nx\r\n",
                "To:\r\nCc: \r\n\r\nempty fields\r\n",
            })
    void letters_of_all_kinds_are_proven(String rest) throws Exception {
        assertThat(proven(signed(HEADER + rest))).containsExactly("home.test");
    }

    /** The value that RFC 6376 3.4.4 gives; jDKIM takes it for one empty line. */
    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r\n\r\n \r\n"})
    void a_body_of_which_nothing_is_left_has_the_hash_of_nothing(String rest) throws Exception {
        assertThat(field(HEADER + rest))
                .contains("bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=;");
    }

    @Test
    void a_letter_without_anything_but_its_author_is_proven() throws Exception {
        assertThat(proven(signed("From: anna@home.test\r\n\r\nx\r\n"))).hasSize(1);
    }

    @Test
    void long_lines_and_letters_of_several_megabytes_are_proven() throws Exception {
        String longLine = "0123456789 ".repeat(9_000) + "\r\n";
        assertThat(proven(signed(HEADER + "\r\n" + longLine.repeat(30)))).hasSize(1);
    }

    @Test
    void what_carries_a_letter_may_refold_it_and_change_blanks() throws Exception {
        String changed =
                signed(LETTER)
                        .replace("Subject: hello", "subject:\r\n\t hello ")
                        .replace("  Bob\r\n", " Bob \t\r\n\r\n");
        assertThat(proven(changed)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: mallory@home.test\r\n",
                "Subject: another one\r\n",
                "To: everybody@away.test\r\n",
                "Date: today\r\n"
            })
    void nobody_adds_a_field_that_a_reader_goes_by(String field) throws Exception {
        String forged = field(LETTER) + field + LETTER;
        assertThatThrownBy(() -> proven(forged)).isInstanceOf(FailException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Anna", "bob@", "hello", "2026 14", "<1@", "Hello", "Bob"})
    void nobody_changes_what_is_signed(String part) throws Exception {
        String forged =
                field(LETTER) + LETTER.replace(part, part.toUpperCase(java.util.Locale.ROOT) + "!");
        assertThatThrownBy(() -> proven(forged)).isInstanceOf(FailException.class);
    }

    @Test
    void nobody_adds_to_the_body() throws Exception {
        assertThatThrownBy(() -> proven(signed(LETTER) + "and more\r\n"))
                .isInstanceOf(FailException.class);
        assertThat(signed(LETTER)).doesNotContain(" l=", "\tl=", ";l=");
    }

    @Test
    void octets_that_are_no_characters_are_signed_as_they_stand() throws Exception {
        byte[] field = {'S', 'u', 'b', 'j', 'e', 'c', 't', ':', ' ', (byte) 0xe4, ' ', (byte) 0xff};
        assertThat(RelaxedField.of(field).line())
                .containsExactly(
                        's', 'u', 'b', 'j', 'e', 'c', 't', ':', (byte) 0xe4, ' ', (byte) 0xff);
    }

    @Test
    void the_field_has_short_lines_of_plain_characters() throws Exception {
        String field = field(LETTER);
        assertThat(field).endsWith("\r\n").matches("[\\x20-\\x7e\\r\\n\\t]+");
        assertThat(field.split("\r\n")).allMatch(line -> line.length() <= 78);
        assertThat(field).contains("h=From:From:", "s=ms20260501; t=1777636800;");
    }

    @Test
    void a_huge_body_is_read_a_piece_at_a_time() throws Exception {
        Endless body = new Endless(64 << 20);
        List<byte[]> fields = List.of(bytes("From: anna@home.test\r\n"));
        byte[] field = DkimSignature.of(KEY, "home.test", fields, body, NOW);

        assertThat(body.largest).isLessThanOrEqualTo(16 * 1024);
        MessageDigest wanted = MessageDigest.getInstance("SHA-256");
        byte[] piece = bytes("x".repeat(1 << 20));
        for (int i = 0; i < 64; i++) {
            wanted.update(piece);
        }
        String hash = Base64.getEncoder().encodeToString(wanted.digest(bytes("\r\n")));
        assertThat(new String(field, StandardCharsets.US_ASCII)).contains("bh=" + hash + ";");
    }

    /** So many times x, in one line. */
    private static final class Endless extends InputStream {
        private long left;
        private int largest;

        Endless(long left) {
            this.left = left;
        }

        @Override
        public int read() {
            throw new AssertionError("octet by octet takes long");
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            largest = Math.max(largest, length);
            if (left == 0) {
                return -1;
            }
            int count = (int) Math.min(left, length);
            java.util.Arrays.fill(target, offset, offset + count, (byte) 'x');
            left -= count;
            return count;
        }
    }
}
