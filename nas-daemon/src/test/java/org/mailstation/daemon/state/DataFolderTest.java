package org.mailstation.daemon.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir Path folder;

    @Test
    void a_new_folder_is_closed_to_others_and_lets_the_group_pass_to_the_socket_only()
            throws IOException {
        DataFolder data = new DataFolder(folder.resolve("a b").resolve("station"));
        data.create();
        assertThat(mode(data.root())).isEqualTo("rwx--x---");
        assertThat(mode(data.run())).isEqualTo("rwx--x---");
        for (Path inner :
                new Path[] {
                    data.config(), data.secrets(), data.mail(), data.queue(), data.logs()
                }) {
            assertThat(mode(inner)).as(inner.toString()).isEqualTo("rwx------");
        }
    }

    @Test
    void what_was_opened_too_wide_is_closed_again() throws IOException {
        DataFolder data = new DataFolder(folder);
        data.create();
        Files.setPosixFilePermissions(data.secrets(), PosixFilePermissions.fromString("rwxrwxrwx"));
        data.create();
        assertThat(mode(data.secrets())).isEqualTo("rwx------");
    }

    @Test
    void a_second_daemon_does_not_get_the_lock_until_the_first_ends() throws IOException {
        DataFolder data = new DataFolder(folder);
        data.create();
        try (InstanceLock first = Objects.requireNonNull(InstanceLock.take(data.lock()))) {
            assertThat(first).isNotNull();
            assertThat(InstanceLock.take(data.lock())).isNull();
        }
        try (InstanceLock next = Objects.requireNonNull(InstanceLock.take(data.lock()))) {
            assertThat(next).isNotNull();
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
