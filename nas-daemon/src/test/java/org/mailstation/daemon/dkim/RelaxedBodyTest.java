package org.mailstation.daemon.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies and their relaxed form, with the line ends spelt as n and r, tabs as t, blanks as _. */
class RelaxedBodyTest {
    private static byte[] bytes(String spelt) {
        return spelt.replace("N", "\r\n")
                .replace("R", "\r")
                .replace("L", "\n")
                .replace("T", "\t")
                .replace("_", " ")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static RelaxedBody body() throws NoSuchAlgorithmException {
        return new RelaxedBody(MessageDigest.getInstance("SHA-256"));
    }

    @ParameterizedTest
    @CsvSource({
        // RFC 6376 3.4.5, and 3.4.4 for bodies of which nothing is left
        "_cN_d_T_eNNN, _cN_d_eN",
        "'', ''",
        "N, ''",
        "_T_NTN, ''",
        "c, cN",
        "cN, cN",
        "cN_N_N, cN",
        "cNNd, cNNd N",
        "c__dTNe, c_dNeN",
        "T_cN, _cN",
        // whatever ended the lines, they leave with CR LF
        "cLd, cNdN",
        "cRd, cNdN",
        "cRLd, cNdN",
        "cRRd, cNNdN",
        "cLRd, cNNdN",
    })
    void only_what_a_reader_sees_counts(String given, String wanted) throws Exception {
        byte[] raw = bytes(given);
        byte[] relaxed = bytes(wanted.replace(" ", ""));

        RelaxedBody whole = body();
        whole.update(raw, 0, raw.length);
        assertThat(whole.hash()).as(given).isEqualTo(sha256(relaxed));

        RelaxedBody pieces = body();
        for (int i = 0; i < raw.length; i++) {
            pieces.update(raw, i, 1);
        }
        assertThat(pieces.hash()).as("octet by octet").isEqualTo(sha256(relaxed));
    }

    @Test
    void every_octet_but_blanks_and_line_ends_counts_as_it_is() throws Exception {
        byte[] all = new byte[256];
        for (int i = 0; i < 256; i++) {
            all[i] = (byte) (i == ' ' || i == '\t' || i == '\r' || i == '\n' ? 'x' : i);
        }
        RelaxedBody body = body();
        body.update(all, 0, all.length);
        MessageDigest wanted = MessageDigest.getInstance("SHA-256");
        wanted.update(all);
        assertThat(body.hash())
                .isEqualTo(wanted.digest("\r\n".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void an_endless_line_of_blanks_and_endless_empty_lines_need_no_memory() throws Exception {
        byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        byte[] lines = "\r\n".repeat(1 << 19).getBytes(StandardCharsets.US_ASCII);
        RelaxedBody body = body();
        body.update("a".getBytes(StandardCharsets.US_ASCII), 0, 1);
        for (int i = 0; i < 32; i++) {
            body.update(blanks, 0, blanks.length);
            body.update(lines, 0, lines.length);
        }
        assertThat(body.hash()).isEqualTo(sha256(bytes("aN")));
    }
}
