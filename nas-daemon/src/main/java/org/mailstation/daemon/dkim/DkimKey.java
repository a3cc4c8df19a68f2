package org.mailstation.daemon.dkim;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import org.mailstation.control.SigningKeyStatus;

/**
 * A key to sign letters with.
 *
 * @param selector under which its public half is published (RFC 6376 3.1)
 * @param made when
 */
record DkimKey(String selector, Instant made, RSAPrivateCrtKey secret) {
    /** RFC 8301 3.2 advises it, and a TXT record has room for it. */
    static final int BITS = 2048;

    static DkimKey make(String selector, Instant now, SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS, random);
            return new DkimKey(
                    selector, now, (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime makes RSA keys", e);
        }
    }

    /**
     * @param pkcs8 as {@link #pkcs8} gave it; it never shows in an exception
     */
    static DkimKey of(String selector, Instant made, String pkcs8) throws GeneralSecurityException {
        try {
            byte[] der = Base64.getDecoder().decode(pkcs8);
            return new DkimKey(
                    selector,
                    made,
                    (RSAPrivateCrtKey)
                            KeyFactory.getInstance("RSA")
                                    .generatePrivate(new PKCS8EncodedKeySpec(der)));
        } catch (IllegalArgumentException | ClassCastException damaged) {
            throw new GeneralSecurityException("the key of " + selector + " is damaged");
        }
    }

    String pkcs8() {
        return Base64.getEncoder().encodeToString(secret.getEncoded());
    }

    /** What everybody may know: it is published. */
    SigningKeyStatus status() {
        try {
            BigInteger modulus = secret.getModulus();
            byte[] open =
                    KeyFactory.getInstance("RSA")
                            .generatePublic(
                                    new RSAPublicKeySpec(modulus, secret.getPublicExponent()))
                            .getEncoded();
            return new SigningKeyStatus(selector, Base64.getEncoder().encodeToString(open), made);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every RSA key has a public half", e);
        }
    }

    @Override
    public String toString() {
        return "DkimKey[" + selector + "]";
    }
}
