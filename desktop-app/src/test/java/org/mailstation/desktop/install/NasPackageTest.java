package org.mailstation.desktop.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.desktop.install.InstallProgress.Phase;
import org.mailstation.desktop.testing.TestMaker;

class NasPackageTest {
    /** SHA-256 of nothing and of "abc" (FIPS 180-4, its examples). */
    private static final String NOTHING =
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private static final String ABC =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir Path folder;

    @Test
    void the_hash_of_a_beginning_is_that_of_its_bytes() throws Exception {
        Path file = Files.writeString(folder.resolve("mailstation-1-linux-x.tar.gz"), "abcdef");
        NasPackage nasPackage = NasPackage.of(file, "1", "x", new byte[0], TestMaker.key());
        assertThat(nasPackage.bytes()).isEqualTo(6);
        assertThat(nasPackage.sha256OfFirst(0)).isEqualTo(NOTHING);
        assertThat(nasPackage.sha256OfFirst(3)).isEqualTo(ABC);
        assertThat(nasPackage.sha256OfFirst(6)).isEqualTo(nasPackage.sha256());
        assertThat(nasPackage.sha256OfFirst(600)).isEqualTo(nasPackage.sha256());
    }

    @Test
    void lines_of_a_script_become_values() {
        KeyValues said = KeyValues.of("Welcome!\nfree=12\nproduct=DSM 7 = fine \r\n=x\nodd=-3");
        assertThat(said.number("free")).isEqualTo(12);
        assertThat(said.text("product")).isEqualTo("DSM 7 = fine");
        assertThat(said.number("odd")).isEqualTo(-1);
        assertThat(said.number("missing")).isEqualTo(-1);
        assertThat(said.text("missing")).isEmpty();
    }

    @Test
    void the_upload_is_most_of_the_way_and_told_in_megabytes() {
        List<InstallProgress> way =
                List.of(
                        new InstallProgress(Phase.LOOKING, 0, 40_000_000),
                        new InstallProgress(Phase.UPLOADING, 0, 40_000_000),
                        new InstallProgress(Phase.UPLOADING, 20_000_000, 40_000_000),
                        new InstallProgress(Phase.UPLOADING, 40_000_000, 40_000_000),
                        new InstallProgress(Phase.VERIFYING, 40_000_000, 40_000_000),
                        new InstallProgress(Phase.STARTED, 40_000_000, 40_000_000));
        assertThat(way.stream().map(InstallProgress::percent))
                .containsExactly(0, 2, 41, 80, 82, 100);
        assertThat(way.get(2).text().args()).containsExactly("20", "40");
        assertThat(new InstallProgress(Phase.UPLOADING, 0, 0).percent()).isEqualTo(2);
    }
}
