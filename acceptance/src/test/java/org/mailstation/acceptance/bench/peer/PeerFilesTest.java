package org.mailstation.acceptance.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PeerFilesTest {
    private final Ground ground =
            new Ground(Path.of("/run"), Path.of("/run/c.pem"), Path.of("/run/k.pem"), "a secret");

    private final Doors doors;
    private final PeerFiles files;

    PeerFilesTest() throws Exception {
        doors = Doors.free();
        files = new PeerFiles(ground, Path.of("/run/peer"), doors);
    }

    @Test
    void seven_different_ports_are_free() {
        assertThat(doors.all()).hasSize(7).doesNotHaveDuplicates();
        assertThat(doors.all()).filteredOn(door -> door.tls()).hasSize(3);
    }

    @Test
    void everything_lies_in_the_folder_of_the_run_and_listens_on_loopback() {
        assertThat(files.mainCf())
                .contains("queue_directory = /run/peer/spool", "inet_interfaces = 127.0.0.1");
        assertThat(files.dovecotConf())
                .contains("base_dir = /run/peer/run", "listen = 127.0.0.1")
                .contains("ssl_cert = </run/c.pem", "home=/run/peer/mail/%u");
        assertThat(files.masterCf()).contains("127.0.0.1:" + doors.smtp().port() + " inet");
    }

    @Test
    void both_know_everybody() {
        for (String account : Ground.everybody()) {
            assertThat(files.mailboxes()).contains(account + " " + account + "\n");
            assertThat(files.users()).contains(account + ":a secret::::::\n");
        }
    }

    @Test
    void nobody_sees_the_password_by_accident() {
        assertThat(ground.toString()).doesNotContain("secret");
        assertThat(files.toString()).doesNotContain("secret");
    }
}
