package org.mailstation.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedTest {
    @TempDir Path folder;
    private Path archive;
    private Path publicKey;

    @BeforeEach
    void pack() throws Exception {
        archive = folder.resolve("mailstation-1.0-linux-x86_64.tar.gz");
        publicKey = folder.resolve("key.pem");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(archive))) {
            out.write("a tar archive".repeat(10_000).getBytes(StandardCharsets.US_ASCII));
        }
    }

    private Path signature() {
        return folder.resolve("mailstation-1.0-linux-x86_64.tar.sig");
    }

    private Path write(String name, String kind, byte[] key) throws Exception {
        return Files.writeString(
                folder.resolve(name),
                "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                        .formatted(kind, Base64.getMimeEncoder().encodeToString(key), kind));
    }

    private static KeyPair pair() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    @Test
    void without_a_key_each_build_has_one_of_its_own() throws Exception {
        Signed.main(new String[] {publicKey.toString(), "", archive.toString()});
        String first = Files.readString(publicKey);
        assertThat(first).startsWith("-----BEGIN PUBLIC KEY-----\nMFkw").endsWith("-----\n");
        assertThat(signature()).isNotEmptyFile();

        Signed.main(new String[] {publicKey.toString(), "", archive.toString()});
        assertThat(Files.readString(publicKey)).isNotEqualTo(first);
    }

    @Test
    void with_a_key_the_public_half_stays_as_it_is() throws Exception {
        KeyPair pair = pair();
        Path known = write("known.pem", "PUBLIC KEY", pair.getPublic().getEncoded());
        Path secret = write("secret.pem", "PRIVATE KEY", pair.getPrivate().getEncoded());
        String before = Files.readString(known);
        Signed.main(new String[] {known.toString(), secret.toString(), archive.toString()});
        assertThat(Files.readString(known)).isEqualTo(before);
        assertThat(signature()).isNotEmptyFile();
    }

    @Test
    void several_are_signed_with_the_same_key() throws Exception {
        Path other = folder.resolve("mailstation-1.0-linux-aarch64.tar.gz");
        Files.copy(archive, other);
        Signed.main(new String[] {publicKey.toString(), "", archive.toString(), other.toString()});
        assertThat(signature()).isNotEmptyFile();
        assertThat(folder.resolve("mailstation-1.0-linux-aarch64.tar.sig")).isNotEmptyFile();
    }

    @Test
    void halves_that_do_not_fit_sign_nothing() throws Exception {
        Path known = write("known.pem", "PUBLIC KEY", pair().getPublic().getEncoded());
        Path secret = write("secret.pem", "PRIVATE KEY", pair().getPrivate().getEncoded());
        assertThatThrownBy(
                        () ->
                                Signed.main(
                                        new String[] {
                                            known.toString(), secret.toString(), archive.toString()
                                        }))
                .hasMessageContaining("do not fit");
        assertThat(signature()).doesNotExist();
    }
}
