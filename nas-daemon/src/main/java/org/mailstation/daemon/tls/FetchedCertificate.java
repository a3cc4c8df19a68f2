package org.mailstation.daemon.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.files.AtomicFile;

/** What an authority has certified of the station's own key; beside it lies the self-made one. */
record FetchedCertificate(Path file) {
    boolean exists() {
        return Files.exists(file);
    }

    /**
     * The certificate first, then those that vouch for it; {@code null} if none was fetched yet.
     *
     * @throws GeneralSecurityException if the file is damaged
     */
    @Nullable List<X509Certificate> read() throws IOException, GeneralSecurityException {
        try {
            return Pem.certificates(Files.readString(file));
        } catch (NoSuchFileException never) {
            return null;
        }
    }

    void write(List<X509Certificate> chain) throws IOException, GeneralSecurityException {
        StringBuilder pem = new StringBuilder();
        for (X509Certificate certificate : chain) {
            pem.append(Pem.write("CERTIFICATE", certificate.getEncoded()));
        }
        AtomicFile.write(file, pem.toString().getBytes(StandardCharsets.US_ASCII));
    }
}
