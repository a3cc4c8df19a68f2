package org.mailstation.desktop.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FilesTest {
    private static final Path HOME = Path.of("/home/ada");

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
}
