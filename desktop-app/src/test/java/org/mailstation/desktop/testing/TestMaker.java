package org.mailstation.desktop.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import org.mailstation.desktop.install.MakerKey;

/** Makes packages trustworthy for tests, with a key of their own. */
public final class TestMaker {
    private static final KeyPair PAIR = newPair();

    private TestMaker() {}

    /** The public half. */
    public static MakerKey key() {
        return new MakerKey(
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(PAIR.getPublic().getEncoded())
                        + "\n-----END PUBLIC KEY-----\n");
    }

    /** Puts the signature beside a package {@code NAME.tar.gz}: {@code NAME.tar.sig}. */
    public static void sign(Path tarGz) throws IOException {
        String name = String.valueOf(tarGz.getFileName());
        try (InputStream in = new GZIPInputStream(Files.newInputStream(tarGz))) {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(PAIR.getPrivate());
            signature.update(in.readAllBytes());
            Files.write(tarGz.resolveSibling(name.replaceAll("gz$", "sig")), signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair newPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
