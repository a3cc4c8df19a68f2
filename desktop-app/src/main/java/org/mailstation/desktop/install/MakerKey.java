package org.mailstation.desktop.install;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The public half of the key that the makers of this program sign what goes to a NAS with: ECDSA on
 * P-256 with SHA-256 (FIPS 186-5), since the {@code openssl} of an old NAS knows it, too.
 *
 * @param pem as {@code openssl} reads it (RFC 7468, section 13); empty in a copy that was never
 *     packaged, which trusts nothing
 */
public record MakerKey(String pem) {
    private static final String RESOURCE = "signing-key.pem";
    private static final int BLOCK = 64 * 1024;

    /** The one that this copy of the assistant carries. */
    public static MakerKey carried() {
        try (InputStream in = MakerKey.class.getResourceAsStream(RESOURCE)) {
            return new MakerKey(
                    in == null ? "" : new String(in.readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /**
     * Whether the makers signed this archive. What is signed is the archive without its gzip
     * packing, so that it may be packed anew.
     *
     * @param signature DER, as {@code openssl dgst -sign} writes it
     */
    boolean proves(Path tarGz, byte[] signature) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(tarGz), BLOCK)) {
            PublicKey key = key();
            if (key == null) {
                return false;
            }
            Signature check = Signature.getInstance("SHA256withECDSA");
            check.initVerify(key);
            byte[] block = new byte[BLOCK];
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                check.update(block, 0, read);
            }
            return check.verify(signature);
        } catch (SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable PublicKey key() throws GeneralSecurityException {
        String base64 = pem.replaceAll("-----[A-Z ]+-----|\\s", "");
        return base64.isEmpty()
                ? null
                : KeyFactory.getInstance("EC")
                        .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }
}
