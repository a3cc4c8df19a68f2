package org.mailstation.daemon.acme;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import org.mailstation.daemon.tls.Pem;
import org.mailstation.files.AtomicFile;

/**
 * The key that the authority knows us by (RFC 8555 7.3): made once, its owner's only. It is not the
 * key of the certificate (RFC 8555 11.1).
 *
 * @param file in the folder of secrets
 */
record AcmeAccount(Path file, SecureRandom random) {
    /**
     * @throws GeneralSecurityException if the file is there and cannot be used, or cannot be made
     */
    KeyPair keys() throws GeneralSecurityException {
        try {
            String pem = Files.readString(file);
            return new KeyPair(Pem.publicKey(pem), Pem.privateKey(pem));
        } catch (NoSuchFileException first) {
            return make();
        } catch (IOException unreadable) {
            throw new GeneralSecurityException(file.getFileName() + " cannot be read", unreadable);
        }
    }

    private KeyPair make() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        KeyPair keys = generator.generateKeyPair();
        String pem =
                Pem.write("PRIVATE KEY", keys.getPrivate().getEncoded())
                        + Pem.write("PUBLIC KEY", keys.getPublic().getEncoded());
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            AtomicFile.write(file, pem.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException full) {
            throw new GeneralSecurityException(file.getFileName() + " cannot be kept", full);
        }
        return keys;
    }
}
