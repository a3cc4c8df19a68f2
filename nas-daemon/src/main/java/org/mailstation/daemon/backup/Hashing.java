package org.mailstation.daemon.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4) of contents. */
public final class Hashing {
    private Hashing() {}

    /**
     * @param hash lower-case hex
     */
    public record Result(String hash, long size) {}

    public static Result of(InputStream in) throws IOException {
        return copy(in, OutputStream.nullOutputStream());
    }

    /** Of a text in UTF-8. */
    public static String of(String text) {
        try {
            return of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))).hash();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Result copy(InputStream in, OutputStream out) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long size = new DigestInputStream(in, digest).transferTo(out);
            return new Result(HexFormat.of().formatHex(digest.digest()), size);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
