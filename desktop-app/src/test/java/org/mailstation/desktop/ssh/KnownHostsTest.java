package org.mailstation.desktop.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailstation.desktop.testing.Failures;

class KnownHostsTest {
    /** A key made for this test, and its fingerprint as {@code ssh-keygen -lf} prints it. */
    private static final String KEY =
            "AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f";

    private static final String FINGERPRINT = "SHA256:ZkAslGjFiUHdGf/WUL8rQvkib4PTvQatUV0OUQSncCA";
    private static final PublicHostKey ED25519 = new PublicHostKey("ssh-ed25519", KEY);

    @TempDir Path folder;

    @Test
    void a_pinned_key_is_found_under_its_host_and_port_only() throws Exception {
        KnownHosts hosts = new KnownHosts(folder.resolve("a/b/known-hosts"));
        assertThat(hosts.find("nas.local", 22)).isNull();

        hosts.pin("nas.local", 22, ED25519);
        hosts.pin("nas.local", 2222, new PublicHostKey("ssh-rsa", "AQID"));

        assertThat(hosts.find("NAS.local", 22)).isEqualTo(ED25519);
        assertThat(hosts.find("nas.local", 2222)).isNotEqualTo(ED25519);
        assertThat(hosts.find("nas", 22)).isNull();
        assertThat(hosts.file())
                .hasContent("nas.local ssh-ed25519 " + KEY + "\n[nas.local]:2222 ssh-rsa AQID\n");
    }

    @Test
    void the_fingerprint_is_the_one_that_ssh_keygen_prints() {
        assertThat(ED25519.shown()).isEqualTo(new HostKey("ssh-ed25519", FINGERPRINT));
    }

    @Test
    void comments_and_empty_lines_are_kept() throws Exception {
        Path file = folder.resolve("known-hosts");
        Files.writeString(file, "# mine\n\nother ssh-ed25519 " + KEY + " a comment\n");
        KnownHosts hosts = new KnownHosts(file);

        hosts.pin("nas", 22, ED25519);

        assertThat(Files.readString(file))
                .startsWith("# mine\n\nother ssh-ed25519 " + KEY + " a comment\n");
        assertThat(hosts.find("other", 22)).isEqualTo(ED25519);
    }

    @Test
    void the_key_of_one_host_can_be_forgotten() throws Exception {
        KnownHosts hosts = new KnownHosts(folder.resolve("known-hosts"));
        hosts.unpin("nas", 22);
        assertThat(hosts.file()).doesNotExist();
        hosts.pin("nas", 22, ED25519);
        hosts.pin("nas", 2222, ED25519);
        hosts.unpin("NAS", 22);
        assertThat(hosts.find("nas", 22)).isNull();
        assertThat(hosts.find("nas", 2222)).isEqualTo(ED25519);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nas", "nas ssh-ed25519", "nas ssh-ed25519 !!!"})
    void a_line_that_cannot_be_read_stops_everything(String line) throws Exception {
        Path file = folder.resolve("known-hosts");
        Files.writeString(file, line + "\n");
        SshFailure.KnownHostsUnusable failure =
                Failures.expect(
                        SshFailure.KnownHostsUnusable.class,
                        () -> new KnownHosts(file).find("nas", 22));
        assertThat(failure.file()).isEqualTo(file.toString());
    }
}
