package org.mailstation.daemon.tls;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import org.mailstation.control.CertificateStatus;

/**
 * A private key and the certificates that speak for it.
 *
 * @param chain the station's own certificate first
 */
record KeyMaterial(PrivateKey key, List<X509Certificate> chain) {
    KeyMaterial {
        chain = List.copyOf(chain);
    }

    X509Certificate certificate() {
        return chain.getFirst();
    }

    /**
     * @throws GeneralSecurityException if the certificate belongs to another key
     */
    void check() throws GeneralSecurityException {
        if (!belongsTogether()) {
            throw new GeneralSecurityException("the certificate belongs to another key");
        }
    }

    /** Whether the certificate is for this key: it proves what the key signs. */
    boolean belongsTogether() throws GeneralSecurityException {
        if (!keyKind(key.getAlgorithm())
                .equals(keyKind(certificate().getPublicKey().getAlgorithm()))) {
            return false;
        }
        String algorithm =
                switch (key.getAlgorithm()) {
                    case "EC" -> "SHA256withECDSA";
                    case "RSA" -> "SHA256withRSA";
                    default -> key.getAlgorithm();
                };
        byte[] probe = certificate().getEncoded();
        Signature signer = Signature.getInstance(algorithm);
        signer.initSign(key);
        signer.update(probe);
        byte[] signature = signer.sign();
        Signature verifier = Signature.getInstance(algorithm);
        verifier.initVerify(certificate().getPublicKey());
        verifier.update(probe);
        try {
            return verifier.verify(signature);
        } catch (SignatureException anotherLength) {
            return false;
        }
    }

    /** The JDK calls the same kind Ed25519 here and EdDSA there. */
    private static String keyKind(String algorithm) {
        return algorithm.startsWith("Ed") ? "EdDSA" : algorithm;
    }

    CertificateStatus status() throws GeneralSecurityException {
        X509Certificate own = certificate();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(own.getPublicKey().getEncoded());
        return new CertificateStatus(
                own.getSubjectX500Principal().getName(),
                HexFormat.of().formatHex(hash),
                own.getNotBefore().toInstant(),
                own.getNotAfter().toInstant(),
                own.getSubjectX500Principal().equals(own.getIssuerX500Principal()),
                Pem.write("CERTIFICATE", own.getEncoded()));
    }

    @Override
    public String toString() {
        return "KeyMaterial[" + certificate().getSubjectX500Principal() + "]";
    }
}
