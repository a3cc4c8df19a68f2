package org.mailstation.daemon.tls;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;

/** A document with its signature in one file: CMS signed data, RFC 5652 5. */
final class SignedDocument {
    private static final byte[] DATA = Der.oid("1.2.840.113549.1.7.1");
    private static final byte[] SIGNED_DATA = Der.oid("1.2.840.113549.1.7.2");
    private static final byte[] CONTENT_TYPE = Der.oid("1.2.840.113549.1.9.3");
    private static final byte[] MESSAGE_DIGEST = Der.oid("1.2.840.113549.1.9.4");
    private static final byte[] SHA256 = Der.sequence(Der.oid("2.16.840.1.101.3.4.2.1"));
    private static final byte[] ECDSA = Der.sequence(Der.oid("1.2.840.10045.4.3.2"));
    private static final byte[] RSA =
            Der.sequence(Der.oid("1.2.840.113549.1.1.11"), new byte[] {5, 0});

    private SignedDocument() {}

    /**
     * @return DER
     * @throws GeneralSecurityException if the key is neither of elliptic curves nor of RSA
     */
    static byte[] of(KeyMaterial material, byte[] document) throws GeneralSecurityException {
        ByteArrayOutputStream certificates = new ByteArrayOutputStream();
        for (X509Certificate one : material.chain()) {
            certificates.writeBytes(one.getEncoded());
        }
        byte[] signed =
                Der.sequence(
                        version(),
                        Der.set(SHA256),
                        Der.sequence(DATA, Der.tagged(0xa0, Der.octetString(document))),
                        Der.tagged(0xa0, certificates.toByteArray()),
                        Der.set(signer(material, document)));
        return Der.sequence(SIGNED_DATA, Der.tagged(0xa0, signed));
    }

    private static byte[] version() {
        return Der.integer(BigInteger.ONE);
    }

    private static byte[] signer(KeyMaterial material, byte[] document)
            throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(document);
        // in the order of their encoding (X.690 11.6): the shorter one first
        byte[] attributes =
                Der.concat(
                        Der.sequence(CONTENT_TYPE, Der.set(DATA)),
                        Der.sequence(MESSAGE_DIGEST, Der.set(Der.octetString(digest))));
        boolean rsa = material.key().getAlgorithm().equals("RSA");
        Signature signature = Signature.getInstance(rsa ? "SHA256withRSA" : "SHA256withECDSA");
        signature.initSign(material.key());
        // RFC 5652 5.4: signed as a set, stored under a tag
        signature.update(Der.set(attributes));
        X509Certificate own = material.certificate();
        return Der.sequence(
                version(),
                Der.sequence(
                        own.getIssuerX500Principal().getEncoded(),
                        Der.integer(own.getSerialNumber())),
                SHA256,
                Der.tagged(0xa0, attributes),
                rsa ? RSA : ECDSA,
                Der.octetString(signature.sign()));
    }
}
