package org.mailstation.rehearsal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Signs what goes to NASes: {@code PUBLIC-KEY PRIVATE-KEY ARCHIVE.tar.gz...}. Writes {@code
 * ARCHIVE.tar.sig} beside each archive: ECDSA on P-256 with SHA-256 over the archive without its
 * gzip packing, DER.
 *
 * <p>With a private key (PEM, PKCS #8) its public half is read from {@code PUBLIC-KEY} (PEM), and
 * must fit. Without one (the argument is empty) a key is made for this one build: its public half
 * is written there, and its private half is forgotten, so that nobody can sign in its name
 * afterwards.
 */
public final class Signed {
    private static final int BLOCK = 64 * 1024;

    private Signed() {}

    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        Path publicKey = Path.of(arguments[0]);
        KeyPair pair;
        if (arguments[1].isEmpty()) {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            pair = generator.generateKeyPair();
            Files.writeString(publicKey, pem(pair.getPublic()));
        } else {
            pair = read(publicKey, Path.of(arguments[1]));
        }
        for (String archive : List.of(arguments).subList(2, arguments.length)) {
            sign(Path.of(archive), pair);
        }
    }

    private static void sign(Path archive, KeyPair pair)
            throws IOException, GeneralSecurityException {
        Path place = archive.resolveSibling(signatureName(archive));
        Files.write(place, sign(archive, pair.getPrivate()));
        if (!verify(archive, Files.readAllBytes(place), pair.getPublic())) {
            Files.delete(place);
            throw new IllegalArgumentException("the two halves of the key do not fit each other");
        }
    }

    private static String signatureName(Path archive) {
        return String.valueOf(archive.getFileName()).replaceAll("\\.gz$", "") + ".sig";
    }

    private static KeyPair read(Path publicKey, Path privateKey)
            throws IOException, GeneralSecurityException {
        KeyFactory keys = KeyFactory.getInstance("EC");
        return new KeyPair(
                keys.generatePublic(new X509EncodedKeySpec(der(publicKey))),
                keys.generatePrivate(new PKCS8EncodedKeySpec(der(privateKey))));
    }

    private static byte[] der(Path pem) throws IOException {
        String base64 = Files.readString(pem).replaceAll("-----[A-Z ]+-----|\\s", "");
        return Base64.getDecoder().decode(base64);
    }

    private static String pem(PublicKey key) {
        Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN PUBLIC KEY-----\n"
                + lines.encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    private static byte[] sign(Path archive, PrivateKey key)
            throws IOException, GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key);
        feed(archive, signature);
        return signature.sign();
    }

    private static boolean verify(Path archive, byte[] signed, PublicKey key)
            throws IOException, GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initVerify(key);
        feed(archive, signature);
        return signature.verify(signed);
    }

    private static void feed(Path archive, Signature signature)
            throws IOException, GeneralSecurityException {
        byte[] block = new byte[BLOCK];
        try (InputStream in = new GZIPInputStream(Files.newInputStream(archive), BLOCK)) {
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                signature.update(block, 0, read);
            }
        }
    }
}
