package org.mailstation.desktop.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.control.Secret;
import org.mailstation.desktop.ssh.KnownHosts;
import org.mailstation.desktop.ssh.Ran;
import org.mailstation.desktop.ssh.SshConnection;
import org.mailstation.desktop.ssh.SshConnector;
import org.mailstation.desktop.ssh.SshCredentials;
import org.mailstation.desktop.ssh.SshFailure;
import org.mailstation.desktop.ssh.SshTarget;
import org.mailstation.desktop.ssh.Timeouts;
import org.mailstation.desktop.testing.Failures;
import org.mailstation.desktop.testing.TestPerson;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;

/** The door to the practice: who comes in, and what runs behind it. */
class PracticeSshTest {
    @TempDir Path folder;
    private PracticeSsh server;

    @BeforeEach
    void start() throws Exception {
        server =
                PracticeSsh.start(folder, new Secret("open sesame"), Map.of("GREETING", "hello ä"));
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void commands_run_in_the_practice_folder_with_its_environment() throws Exception {
        try (SshConnection connection = connect(PracticeSsh.USER, "open sesame")) {
            Ran ran =
                    connection.run(
                            List.of("sh", "-c", "echo \"$HOME $PWD $GREETING\"; exit 4"),
                            Duration.ofMinutes(1));
            assertThat(ran.status()).isEqualTo(4);
            assertThat(ran.output()).isEqualTo(folder + " " + folder.toRealPath() + " hello ä");
        }
    }

    @Test
    void without_the_password_or_with_another_name_nobody_comes_in() {
        Failures.expect(
                SshFailure.WrongPassword.class, () -> connect(PracticeSsh.USER, "open barley"));
        Failures.expect(SshFailure.WrongPassword.class, () -> connect("root", "open sesame"));
    }

    private SshConnection connect(String user, String password) throws FailureException {
        return new SshConnector(new KnownHosts(folder.resolve("known-hosts")), Timeouts.USUAL)
                .connect(
                        new SshTarget(PracticeSsh.HOST, server.port(), user),
                        new SshCredentials.Password(new Secret(password)),
                        TestPerson.trusting(),
                        Cancellation.never());
    }
}
