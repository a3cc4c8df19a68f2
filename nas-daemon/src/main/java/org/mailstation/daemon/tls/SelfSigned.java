package org.mailstation.daemon.tls;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Certificates that vouch for themselves: good for the first days, and for programs that compare
 * the key.
 */
final class SelfSigned {
    private static final byte[] ECDSA_WITH_SHA256 = Der.sequence(Der.oid("1.2.840.10045.4.3.2"));
    private static final Duration LIFE = Duration.ofDays(3652);

    /** Clocks at home are not always right: the certificate is good from the day before. */
    private static final Duration BACKDATED = Duration.ofDays(1);

    private SelfSigned() {}

    /**
     * @param keys of elliptic-curve type
     * @param names DNS names, the first also the subject (RFC 5280 4.2.1.6)
     */
    static X509Certificate certificate(
            KeyPair keys, List<String> names, Instant now, SecureRandom random)
            throws GeneralSecurityException {
        byte[] name =
                Der.sequence(
                        Der.set(
                                Der.sequence(
                                        Der.oid("2.5.4.3"),
                                        Der.utf8(commonName(names.getFirst())))));
        byte[] body =
                Der.sequence(
                        Der.tagged(0xa0, Der.integer(BigInteger.TWO)),
                        Der.integer(new BigInteger(126, random).setBit(126)),
                        ECDSA_WITH_SHA256,
                        name,
                        Der.sequence(Der.time(now.minus(BACKDATED)), Der.time(now.plus(LIFE))),
                        name,
                        keys.getPublic().getEncoded(),
                        Der.tagged(0xa3, extensions(names)));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate(), random);
        signature.update(body);
        byte[] whole = Der.sequence(body, ECDSA_WITH_SHA256, Der.bitString(signature.sign()));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(whole));
    }

    /**
     * A common name holds at most 64 characters (RFC 5280 A.1, ub-common-name); clients look at the
     * other names.
     */
    private static String commonName(String name) {
        return name.length() <= 64 ? name : name.substring(0, 64);
    }

    private static byte[] extensions(List<String> names) {
        byte[][] dnsNames =
                names.stream()
                        .distinct()
                        .map(name -> Der.tagged(0x82, name.getBytes(StandardCharsets.US_ASCII)))
                        .toArray(byte[][]::new);
        return Der.sequence(
                extension("2.5.29.17", false, Der.sequence(dnsNames)),
                extension("2.5.29.19", true, Der.sequence(Der.bool(true))),
                extension("2.5.29.37", false, Der.sequence(Der.oid("1.3.6.1.5.5.7.3.1"))));
    }

    private static byte[] extension(String oid, boolean critical, byte[] content) {
        return critical
                ? Der.sequence(Der.oid(oid), Der.bool(true), Der.octetString(content))
                : Der.sequence(Der.oid(oid), Der.octetString(content));
    }
}
