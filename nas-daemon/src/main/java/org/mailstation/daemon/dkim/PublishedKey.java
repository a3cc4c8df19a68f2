package org.mailstation.daemon.dkim;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mailstation.records.Tags;

/** The key that somebody publishes for his signatures (RFC 6376 3.6.1, RFC 8463). */
final class PublishedKey {
    /** RFC 8301 3.2: what is shorter proves nothing. */
    private static final int LEAST_BITS = 1024;

    /** What is longer takes longer than a letter is worth. */
    private static final int MOST_BITS = 8192;

    /** What stands before a bare Ed25519 key in the form that Java reads (RFC 8410 4). */
    private static final byte[] ED25519_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

    private final Tags tags;

    PublishedKey(String record) {
        this.tags = Tags.of(record);
    }

    /** Why this signature cannot be proven by this key (RFC 6376 6.1.2), or {@code null}. */
    @Nullable String objection(SignatureTags signature) {
        boolean version = !tags.has("v") || tags.get("v").equals("DKIM1");
        if (!version) {
            return "the record is no key";
        }
        if (tags.get("p").isBlank()) {
            return "the key was revoked";
        }
        String kind = tags.has("k") ? tags.get("k").toLowerCase(Locale.ROOT) : "rsa";
        if (!signature.algorithm().equals(kind + "-sha256")) {
            return "the key is for another algorithm";
        }
        if (!allows("h", "sha256") || !(allows("s", "email") || allows("s", "*"))) {
            return "the key is for something else";
        }
        boolean strict = tags.has("t") && allows("t", "s");
        return strict && !signature.identity().equals(signature.domain())
                ? "the key is not for parts of the domain"
                : null;
    }

    private boolean allows(String tag, String value) {
        return !tags.has(tag) || Arrays.asList(tags.get(tag).split("\\s*:\\s*")).contains(value);
    }

    /**
     * The key itself.
     *
     * @throws GeneralSecurityException if it is none
     */
    PublicKey key() throws GeneralSecurityException {
        byte[] octets;
        try {
            octets = Base64.getDecoder().decode(tags.get("p").replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("not Base64", e);
        }
        if (!tags.get("k").equalsIgnoreCase("ed25519")) {
            return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(octets));
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(ED25519_HEAD);
        whole.writeBytes(octets);
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(whole.toByteArray()));
    }

    static boolean isTooWeak(PublicKey key) {
        return key instanceof RSAPublicKey rsa
                && (rsa.getModulus().bitLength() < LEAST_BITS
                        || rsa.getModulus().bitLength() > MOST_BITS);
    }

    /** Whether somebody with the secret half signed these octets. */
    static boolean proves(PublicKey key, byte[] signed, byte[] signature)
            throws GeneralSecurityException {
        boolean rsa = key instanceof RSAPublicKey;
        Signature judge = Signature.getInstance(rsa ? "SHA256withRSA" : "Ed25519");
        judge.initVerify(key);
        // RFC 8463 3: the hash is what is signed
        judge.update(rsa ? signed : MessageDigest.getInstance("SHA-256").digest(signed));
        return judge.verify(signature);
    }
}
