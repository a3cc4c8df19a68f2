package org.mailstation.daemon.tls;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates and keys as text (RFC 7468). */
public final class Pem {
    private static final Pattern BLOCK =
            Pattern.compile(
                    "-----BEGIN ([A-Z0-9 ]+)-----\\s*([A-Za-z0-9+/=\\s]+)-----END \\1-----");
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private Pem() {}

    public static String write(String label, byte[] der) {
        return "-----BEGIN "
                + label
                + "-----\n"
                + LINES.encodeToString(der)
                + "\n-----END "
                + label
                + "-----\n";
    }

    /**
     * @return at least one, in the order of the text
     */
    static List<X509Certificate> certificates(String text) throws GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> chain = new ArrayList<>();
        for (byte[] der : blocks(text, "CERTIFICATE")) {
            chain.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
        }
        if (chain.isEmpty()) {
            throw new GeneralSecurityException("no certificate in the file");
        }
        return chain;
    }

    /**
     * Reads an unencrypted PKCS #8 key of either usual kind. What is in it never shows in an
     * exception.
     */
    public static PrivateKey privateKey(String text) throws GeneralSecurityException {
        List<byte[]> blocks = blocks(text, "PRIVATE KEY");
        if (blocks.isEmpty()) {
            throw new GeneralSecurityException(
                    "no unencrypted PKCS #8 private key (\"BEGIN PRIVATE KEY\") in the file");
        }
        PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(blocks.getFirst());
        for (String algorithm : List.of("EC", "RSA", "EdDSA")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(spec);
            } catch (InvalidKeySpecException anotherKind) {
                // the encoding names its algorithm, but the JDK wants to be told: try the next
            }
        }
        throw new GeneralSecurityException("the private key is of an unknown kind");
    }

    /** Reads a public key of elliptic-curve type. */
    public static PublicKey publicKey(String text) throws GeneralSecurityException {
        List<byte[]> blocks = blocks(text, "PUBLIC KEY");
        if (blocks.isEmpty()) {
            throw new GeneralSecurityException("no public key in the file");
        }
        return KeyFactory.getInstance("EC")
                .generatePublic(new X509EncodedKeySpec(blocks.getFirst()));
    }

    private static List<byte[]> blocks(String text, String label) throws GeneralSecurityException {
        List<byte[]> found = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(text);
        while (matcher.find()) {
            if (matcher.group(1).equals(label)) {
                try {
                    found.add(
                            Base64.getMimeDecoder()
                                    .decode(matcher.group(2).getBytes(StandardCharsets.US_ASCII)));
                } catch (IllegalArgumentException e) {
                    throw new GeneralSecurityException("a PEM block is damaged", e);
                }
            }
        }
        return found;
    }
}
