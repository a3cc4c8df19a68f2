package org.mailstation.daemon.tls;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;

/** What an authority is handed to certify a key for a name: PKCS #10, RFC 2986. */
public final class SigningRequest {
    private static final byte[] ECDSA_WITH_SHA256 = Der.sequence(Der.oid("1.2.840.10045.4.3.2"));

    private SigningRequest() {}

    /**
     * @param keys of elliptic-curve type
     * @param name DNS name; it stands among the alternative names alone (RFC 8555 7.4), as a common
     *     name may be too short for it
     * @return DER
     */
    public static byte[] of(KeyPair keys, String name) throws GeneralSecurityException {
        byte[] names = Der.sequence(Der.tagged(0x82, name.getBytes(StandardCharsets.US_ASCII)));
        byte[] extensions =
                Der.sequence(Der.sequence(Der.oid("2.5.29.17"), Der.octetString(names)));
        // RFC 2985 5.4.2: extensionRequest
        byte[] attribute = Der.sequence(Der.oid("1.2.840.113549.1.9.14"), Der.set(extensions));
        byte[] body =
                Der.sequence(
                        Der.integer(BigInteger.ZERO),
                        Der.sequence(),
                        keys.getPublic().getEncoded(),
                        Der.tagged(0xa0, attribute));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(body);
        return Der.sequence(body, ECDSA_WITH_SHA256, Der.bitString(signature.sign()));
    }
}
