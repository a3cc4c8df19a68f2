package org.mailstation.desktop.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTest {
    private static final Path HOME = Path.of("/home/ada");

    @TempDir Path folder;

    @Test
    void each_system_has_its_own_place() {
        assertThat(AppFolders.of("Linux", Map.of(), HOME).config())
                .isEqualTo(HOME.resolve(".config/mail-station"));
        assertThat(AppFolders.of("Linux", Map.of("XDG_CONFIG_HOME", "/x"), HOME).config())
                .isEqualTo(Path.of("/x/mail-station"));
        assertThat(AppFolders.of("Linux", Map.of("XDG_CONFIG_HOME", "relative"), HOME).config())
                .isEqualTo(HOME.resolve(".config/mail-station"));
        assertThat(AppFolders.of("Mac OS X", Map.of(), HOME).config())
                .isEqualTo(HOME.resolve("Library/Application Support/Mail Station"));
        assertThat(AppFolders.of("Windows 11", Map.of("APPDATA", "/roaming"), HOME).config())
                .isEqualTo(Path.of("/roaming/Mail Station"));
        assertThat(AppFolders.of("Windows 11", Map.of(), HOME).config())
                .isEqualTo(HOME.resolve("AppData/Roaming/Mail Station"));
    }

    @Test
    void host_keys_and_profile_lie_in_it() {
        AppFolders folders = new AppFolders(HOME);
        assertThat(folders.knownHosts()).isEqualTo(HOME.resolve("known-hosts"));
        assertThat(folders.profile()).isEqualTo(HOME.resolve("station.properties"));
    }

    @Test
    void a_file_is_replaced_as_a_whole_and_nothing_is_left_beside_it() throws Exception {
        Path file = folder.resolve("sub/file");
        AtomicFile.write(file, "first");
        AtomicFile.write(file, "zweite ä");
        assertThat(file).hasContent("zweite ä");
        assertThat(folder.resolve("sub")).isDirectoryContaining(entry -> entry.equals(file));
        assertThat(folder.resolve("sub").toFile().list()).hasSize(1);
    }

    @Test
    void what_cannot_be_replaced_stays_and_nothing_is_left_beside_it() throws Exception {
        Path file = folder.resolve("file");
        Files.createDirectories(file.resolve("is-a-folder"));
        assertThatThrownBy(() -> AtomicFile.write(file, "text")).isInstanceOf(IOException.class);
        assertThat(folder.toFile().list()).containsExactly("file");
    }
}
