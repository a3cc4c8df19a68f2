package org.mailstation.daemon.backup;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.mailstation.control.Secret;

/**
 * Small files under a passphrase: AES-256 in GCM (NIST SP 800-38D), the key by PBKDF2 with
 * HMAC-SHA-512 (RFC 8018 5.2). Before it stand, in the clear and vouched for, a word, the number of
 * iterations, 16 octets of salt and 12 of nonce.
 */
final class Sealed {
    /** What the file with them is called in a backup. */
    static final String PATH = "secrets.sealed";

    /** OWASP's advice for this function. */
    static final int ITERATIONS = 210_000;

    private static final byte[] WORD =
            "mail-station-sealed-1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_ITERATIONS = 10_000_000;
    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BITS = 256;

    private Sealed() {}

    /** The passphrase is another one, or the file is damaged: nobody can tell which. */
    static final class WrongPassphraseException extends IOException {
        private static final long serialVersionUID = 1L;

        WrongPassphraseException(Throwable cause) {
            super("not opened by this passphrase", cause);
        }
    }

    static byte[] seal(
            Map<String, byte[]> files, Secret passphrase, int iterations, SecureRandom random)
            throws IOException {
        byte[] salt = new byte[SALT];
        byte[] nonce = new byte[NONCE];
        random.nextBytes(salt);
        random.nextBytes(nonce);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DataOutputStream head = new DataOutputStream(out);
        head.write(WORD);
        head.writeInt(iterations);
        head.write(salt);
        head.write(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, passphrase, iterations, salt, nonce);
            cipher.updateAAD(out.toByteArray());
            head.write(cipher.doFinal(pack(files)));
            return out.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has AES", e);
        }
    }

    /**
     * @throws WrongPassphraseException if it cannot be opened by this one
     */
    static Map<String, byte[]> open(byte[] sealed, Secret passphrase) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(sealed));
        if (!java.util.Arrays.equals(in.readNBytes(WORD.length), WORD)) {
            throw new IOException("the sealed secrets are of a form that is not known here");
        }
        int iterations = in.readInt();
        if (iterations < 1 || iterations > MOST_ITERATIONS) {
            throw new IOException("the sealed secrets are of a form that is not known here");
        }
        byte[] salt = in.readNBytes(SALT);
        byte[] nonce = in.readNBytes(NONCE);
        int head = WORD.length + Integer.BYTES + SALT + NONCE;
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, passphrase, iterations, salt, nonce);
            cipher.updateAAD(sealed, 0, head);
            return unpack(cipher.doFinal(in.readAllBytes()));
        } catch (AEADBadTagException wrong) {
            throw new WrongPassphraseException(wrong);
        } catch (GeneralSecurityException e) {
            throw new IOException("the sealed secrets cannot be opened", e);
        }
    }

    private static Cipher cipher(
            int mode, Secret passphrase, int iterations, byte[] salt, byte[] nonce)
            throws GeneralSecurityException {
        PBEKeySpec spec =
                new PBEKeySpec(passphrase.reveal().toCharArray(), salt, iterations, KEY_BITS);
        try {
            byte[] key =
                    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                            .generateSecret(spec)
                            .getEncoded();
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher;
        } finally {
            spec.clearPassword();
        }
    }

    private static byte[] pack(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(packed);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            out.writeUTF(file.getKey());
            out.writeInt(file.getValue().length);
            out.write(file.getValue());
        }
        return packed.toByteArray();
    }

    private static Map<String, byte[]> unpack(byte[] packed) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed));
        Map<String, byte[]> files = new LinkedHashMap<>();
        while (in.available() > 0) {
            String name = in.readUTF();
            files.put(name, in.readNBytes(in.readInt()));
        }
        return files;
    }
}
