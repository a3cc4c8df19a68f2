package org.mailstation.check;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mailstation.records.SigningKey;

/** Reads the record of a key for signatures (RFC 6376 3.6.1, RFC 8463). */
public final class DkimRecord {
    /** RFC 8463 4: the bare key. */
    private static final int ED25519_BYTES = 32;

    private DkimRecord() {}

    sealed interface Key {}

    /**
     * A key that can be used.
     *
     * @param base64 without blanks
     * @param bits of an RSA key; of others as many as are as strong
     */
    record Usable(String base64, int bits) implements Key {}

    /** RFC 6376 3.6.1: an empty key is one that must not be used any more. */
    record Revoked() implements Key {}

    /** It begins well and ends too early: it was cut where it was entered. */
    record Truncated() implements Key {}

    record Malformed() implements Key {}

    /** Whether it proves signatures made with this key. */
    public static boolean proves(String text, SigningKey key) {
        return read(text) instanceof Usable(var base64, var _) && base64.equals(key.publicKey());
    }

    static Key read(String text) {
        String version = TextRecord.tag(text, "v");
        if (!version.isEmpty() && !(version.equals("DKIM1") && text.strip().startsWith("v"))) {
            return new Malformed();
        }
        if (!text.matches("(?s).*(^|;)\\s*p\\s*=.*") || text.contains("\\")) {
            // a backslash comes from a provider that took the semicolon's mask for a part of it
            return new Malformed();
        }
        String base64 = TextRecord.tag(text, "p").replaceAll("\\s", "");
        if (base64.isEmpty()) {
            return new Revoked();
        }
        return switch (TextRecord.tag(text, "k").toLowerCase(Locale.ROOT)) {
            case "", "rsa" -> rsa(base64);
            case "ed25519" -> ed25519(base64);
            default -> new Malformed();
        };
    }

    private static Key ed25519(String base64) {
        byte[] key = decoded(base64);
        if (key == null) {
            return new Malformed();
        }
        return key.length == ED25519_BYTES ? new Usable(base64, 3072) : new Truncated();
    }

    private static Key rsa(String base64) {
        // 4 characters are 3 octets; what was cut need not end with a whole group
        byte[] key = decoded(base64.substring(0, base64.length() - base64.length() % 4));
        if (key == null || key.length < 4 || key[0] != 0x30) {
            return new Malformed();
        }
        if (key.length < length(key)) {
            return new Truncated();
        }
        try {
            RSAPublicKey rsa =
                    (RSAPublicKey)
                            KeyFactory.getInstance("RSA")
                                    .generatePublic(new X509EncodedKeySpec(key));
            return new Usable(base64, rsa.getModulus().bitLength());
        } catch (GeneralSecurityException notAKey) {
            return new Malformed();
        }
    }

    /** How long a DER sequence says that it is, with its head. */
    private static int length(byte[] der) {
        int first = der[1] & 0xFF;
        if (first < 0x80) {
            return first + 2;
        }
        if (first == 0x81) {
            return (der[2] & 0xFF) + 3;
        }
        return (((der[2] & 0xFF) << 8) | (der[3] & 0xFF)) + 4;
    }

    private static byte @Nullable [] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }
}
