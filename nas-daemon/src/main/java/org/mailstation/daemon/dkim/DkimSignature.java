package org.mailstation.daemon.dkim;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Writes the field {@code DKIM-Signature} of one letter: {@code rsa-sha256}, {@code
 * relaxed/relaxed}, the whole body (no {@code l=}: what somebody adds below would count as signed).
 */
final class DkimSignature {
    private static final String FOLD = "\r\n\t";
    private static final byte[] LINE_END = {'\r', '\n'};

    /** What a reader goes by (RFC 6376 5.4.1), the author first. */
    private static final List<String> SIGNED =
            List.of(
                    "From",
                    "Reply-To",
                    "To",
                    "Cc",
                    "Subject",
                    "Date",
                    "Message-ID",
                    "In-Reply-To",
                    "References",
                    "MIME-Version",
                    "Content-Type",
                    "Content-Transfer-Encoding");

    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    private DkimSignature() {}

    /**
     * The whole field with its line end, to be put above the letter.
     *
     * @param domain that vouches for the letter
     * @param fields of the header, in order
     * @param body below the empty line; read once, a piece at a time
     */
    static byte[] of(DkimKey key, String domain, List<byte[]> fields, InputStream body, Instant now)
            throws IOException {
        try {
            List<RelaxedField> header = fields.stream().map(RelaxedField::of).toList();
            String open =
                    "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d="
                            + domain
                            + ";"
                            + FOLD
                            + "s="
                            + key.selector()
                            + "; t="
                            + now.getEpochSecond()
                            + ";"
                            + FOLD
                            + "h="
                            + names(header)
                            + ";"
                            + FOLD
                            + "bh="
                            + BASE64.encodeToString(bodyHash(body))
                            + ";"
                            + FOLD
                            + "b=";
            byte[] signature = sign(key, header, open);
            return (open + folded(BASE64.encodeToString(signature)) + "\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime signs with RSA and SHA-256", e);
        }
    }

    private static byte[] bodyHash(InputStream body) throws IOException, GeneralSecurityException {
        RelaxedBody relaxed = new RelaxedBody(MessageDigest.getInstance("SHA-256"));
        byte[] piece = new byte[16 * 1024];
        for (int count = body.read(piece); count >= 0; count = body.read(piece)) {
            relaxed.update(piece, 0, count);
        }
        return relaxed.hash();
    }

    private static byte[] sign(DkimKey key, List<RelaxedField> header, String open)
            throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key.secret());
        for (String name : SIGNED) {
            // RFC 6376 5.4.2: several of one name from the last to the first
            for (RelaxedField field : named(header, name).reversed()) {
                signature.update(field.line());
                signature.update(LINE_END);
            }
        }
        signature.update(RelaxedField.of(open.getBytes(StandardCharsets.US_ASCII)).line());
        return signature.sign();
    }

    private static List<RelaxedField> named(List<RelaxedField> header, String name) {
        return header.stream().filter(field -> field.name().equalsIgnoreCase(name)).toList();
    }

    /**
     * Each name once more than it is there: so nobody can add another author or subject, which a
     * mail program might show instead (RFC 6376 8.15).
     */
    private static String names(List<RelaxedField> header) {
        List<String> lines = new ArrayList<>();
        for (String name : SIGNED) {
            int times = named(header, name).size();
            if (times > 0 || name.equals("From")) {
                lines.add(String.join(":", java.util.Collections.nCopies(times + 1, name)));
            }
        }
        return String.join(":" + FOLD + " ", lines);
    }

    private static String folded(String base64) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < base64.length(); i += 72) {
            lines.append(i == 0 ? "" : FOLD + " ")
                    .append(base64, i, Math.min(base64.length(), i + 72));
        }
        return lines.toString();
    }
}
