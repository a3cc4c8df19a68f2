package org.mailstation.daemon.acme;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** Listeners that show whatever is taken. */
final class FakeStationCertificate implements StationCertificate {
    final KeyPair keys;
    @Nullable X509Certificate fetched;
    int taken;

    FakeStationCertificate() throws GeneralSecurityException {
        keys = keyPair();
    }

    private static KeyPair keyPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    @Override
    public KeyPair keys() {
        return keys;
    }

    @Override
    public @Nullable X509Certificate fetched() {
        return fetched;
    }

    @Override
    public void take(List<X509Certificate> chain) throws GeneralSecurityException {
        if (!chain.getFirst().getPublicKey().equals(keys.getPublic())) {
            throw new GeneralSecurityException("another key");
        }
        fetched = chain.getFirst();
        taken++;
    }

    /** A certificate as an authority gives it. */
    static X509Certificate certificate(KeyPair keys, String name, Instant from, Duration life) {
        try {
            KeyPair authority = keyPair();
            JcaX509v3CertificateBuilder builder =
                    new JcaX509v3CertificateBuilder(
                            new X500Principal("CN=an authority"),
                            BigInteger.ONE,
                            Date.from(from),
                            Date.from(from.plus(life)),
                            new X500Principal("CN=x"),
                            keys.getPublic());
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.dNSName, name)));
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(
                                    new JcaContentSignerBuilder("SHA256withECDSA")
                                            .build(authority.getPrivate())));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
