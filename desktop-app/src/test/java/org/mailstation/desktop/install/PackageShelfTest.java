package org.mailstation.desktop.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.desktop.testing.Failures;
import org.mailstation.desktop.testing.TestMaker;
import org.mailstation.desktop.work.FailureException;

class PackageShelfTest {
    private static final String NAME = "mailstation-1.2.3-rc-1-linux-x86_64.tar.gz";

    @TempDir Path folder;

    private PackageShelf shelf() {
        return new PackageShelf(folder, TestMaker.key());
    }

    private Path put(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private void refused(Path file) {
        assertThat(Failures.expect(InstallFailure.NotSigned.class, () -> shelf().packages()).file())
                .isEqualTo(file.toString());
    }

    @Test
    void version_processor_and_size_are_read_from_name_and_contents() throws Exception {
        Path file = put(NAME, "abc");
        TestMaker.sign(file);
        NasPackage found = shelf().packages().getFirst();
        assertThat(found.file()).isEqualTo(file);
        assertThat(found.version()).isEqualTo("1.2.3-rc-1");
        assertThat(found.processor()).isEqualTo("x86_64");
        assertThat(found.bytes()).isEqualTo(Files.size(file));
        assertThat(found.sha256()).isEqualTo(found.sha256OfFirst(found.bytes()));
    }

    @Test
    void other_files_beside_it_do_not_matter() throws Exception {
        TestMaker.sign(put("mailstation-1.2-linux-aarch64.tar.gz", "abc"));
        put("mailstation-1.2-windows.tar.gz", "?");
        Files.writeString(folder.resolve("README"), "?");
        assertThat(shelf().packages()).extracting(NasPackage::processor).containsOnly("aarch64");
    }

    @Test
    void a_copy_without_packages_says_so() {
        assertThat(
                        Failures.expect(
                                        InstallFailure.PackageMissing.class,
                                        () -> shelf().packages())
                                .folder())
                .isEqualTo(folder.toString());
        Failures.expect(
                InstallFailure.PackageMissing.class,
                () -> new PackageShelf(folder.resolve("nowhere"), TestMaker.key()).packages());
    }

    @Test
    void one_that_was_changed_after_it_was_signed_is_refused() throws Exception {
        TestMaker.sign(put(NAME, "abc"));
        refused(put(NAME, "abd"));
    }

    @Test
    void one_without_a_signature_or_with_a_spoilt_one_is_refused() throws Exception {
        Path file = put(NAME, "abc");
        refused(file);
        Files.writeString(folder.resolve(NAME.replace(".gz", ".sig")), "no DER");
        refused(file);
    }

    @Test
    void one_that_is_packed_anew_is_still_what_was_signed() throws Exception {
        Path file = put(NAME, "a".repeat(50_000));
        TestMaker.sign(file);
        byte[] before = Files.readAllBytes(file);
        try (OutputStream out =
                new GZIPOutputStream(Files.newOutputStream(file)) {
                    {
                        def.setLevel(java.util.zip.Deflater.NO_COMPRESSION);
                    }
                }) {
            out.write("a".repeat(50_000).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(Files.readAllBytes(file)).isNotEqualTo(before);
        assertThat(shelf().packages()).hasSize(1);
    }

    @Test
    void a_copy_that_carries_no_key_trusts_nothing() throws Exception {
        TestMaker.sign(put(NAME, "abc"));
        Failures.expect(
                InstallFailure.NotSigned.class,
                () -> new PackageShelf(folder, new MakerKey("")).packages());
    }

    @Test
    void another_makers_signature_is_not_trusted() throws FailureException, IOException {
        TestMaker.sign(put(NAME, "abc"));
        // P-256's generator point as a key (SEC 2, 2.4.2): nobody's
        MakerKey other =
                new MakerKey(
                        "-----BEGIN PUBLIC KEY-----\n"
                                + "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEaxfR8uEsQkf4vOblY6RA8ncDfYEt\n"
                                + "6zOg9KE5RdiYwpZP40Li/hp/m47n60p8D54WK84zV2sxXs7LtkBoN79R9Q==\n"
                                + "-----END PUBLIC KEY-----\n");
        Failures.expect(
                InstallFailure.NotSigned.class, () -> new PackageShelf(folder, other).packages());
    }
}
