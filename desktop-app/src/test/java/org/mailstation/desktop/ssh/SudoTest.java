package org.mailstation.desktop.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.control.Secret;
import org.mailstation.desktop.testing.Failures;
import org.mailstation.desktop.testing.TestNas;
import org.mailstation.desktop.testing.TestPerson;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;

class SudoTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final List<String> WHO = List.of("sh", "-c", "echo \"as $ROLE\"");

    /**
     * A sudo that asks on standard error, as often as three times, like the real one; it notes what
     * it was called with.
     */
    private static final String ASKING_SUDO =
            """
            echo "$@" >> "$HOME/sudo-calls"
            prompt=$3; shift 4
            for attempt in 1 2 3; do
              printf '%s' "$prompt" >&2
              IFS= read -r given || { echo 'sudo: no password was provided' >&2; exit 1; }
              if [ "$given" = "$SUDO_PASSWORD" ]; then ROLE=root exec "$@"; fi
              echo 'Sorry, try again.' >&2
            done
            echo 'sudo: 3 incorrect password attempts' >&2
            exit 1
            """;

    @TempDir Path folder;

    private TestNas nas;
    private SshConnection connection;

    @BeforeEach
    void connect() throws Exception {
        nas =
                new TestNas(folder)
                        .program("id", "echo 1026")
                        .environment("SUDO_PASSWORD", TestNas.PASSWORD)
                        .start();
        connection =
                new SshConnector(new KnownHosts(folder.resolve("known-hosts")), Timeouts.USUAL)
                        .connect(
                                nas.target(),
                                credentials(),
                                TestPerson.trusting(),
                                Cancellation.never());
    }

    @AfterEach
    void disconnect() throws Exception {
        connection.close();
        nas.close();
    }

    @Test
    void root_needs_no_sudo() throws Exception {
        nas.program("id", "echo 0").program("sudo", "exit 1");
        assertThat(sudo(TestPerson.trusting()).run(List.of("echo", "hi"), SOON).output())
                .isEqualTo("hi");
    }

    @Test
    void the_password_of_the_sign_in_is_tried_first() throws Exception {
        nas.program("sudo", ASKING_SUDO);
        TestPerson person = TestPerson.trusting();

        assertThat(sudo(person).run(WHO, SOON).output()).isEqualTo("as root");

        assertThat(person.asked()).isEmpty();
    }

    @Test
    void another_password_is_asked_for_and_remembered() throws Exception {
        nas.program("sudo", ASKING_SUDO).environment("SUDO_PASSWORD", "other");
        TestPerson person = TestPerson.trusting("mistyped", "other");
        Sudo sudo = sudo(person);

        assertThat(sudo.run(WHO, SOON).output()).isEqualTo("as root");
        assertThat(person.asked()).containsExactly("sudo", "sudo again");

        assertThat(sudo.run(WHO, SOON).output()).isEqualTo("as root");
        assertThat(person.asked()).hasSize(2);
    }

    @Test
    void a_wrong_password_is_named() throws Exception {
        nas.program("sudo", ASKING_SUDO).environment("SUDO_PASSWORD", "other");
        Failures.expect(
                SshFailure.WrongSudoPassword.class,
                () -> sudo(TestPerson.trusting("a", "b", "c")).run(WHO, SOON));
    }

    @Test
    void giving_up_is_named_too() throws Exception {
        nas.program("sudo", ASKING_SUDO).environment("SUDO_PASSWORD", "other");
        Failures.expect(
                SshFailure.WrongSudoPassword.class,
                () -> sudo(TestPerson.trusting()).run(WHO, SOON));
    }

    @Test
    void who_is_no_sudoer_is_told_so() throws Exception {
        nas.program(
                "sudo",
                """
                printf '%s' "$3" >&2; read -r given
                echo 'admin is not in the sudoers file.' >&2; exit 1
                """);
        Failures.expect(
                SshFailure.NoSudoRight.class, () -> sudo(TestPerson.trusting()).run(WHO, SOON));
    }

    @Test
    void a_nas_without_sudo_gives_no_right() throws Exception {
        nas.program("sudo", "exit 127");
        Failures.expect(
                SshFailure.NoSudoRight.class, () -> sudo(TestPerson.trusting()).run(WHO, SOON));
    }

    @Test
    void without_a_question_no_password_is_sent_into_the_program() throws Exception {
        nas.program("sudo", "shift 4; exec \"$@\"");
        try (RemoteProcess cat = sudo(TestPerson.trusting()).start(List.of("cat"))) {
            send(cat, "only this\n");
            assertThat(cat.finish(SOON).output()).isEqualTo("only this");
        }
    }

    @Test
    void after_a_question_exactly_the_input_reaches_the_program() throws Exception {
        nas.program("sudo", ASKING_SUDO);
        try (RemoteProcess cat = sudo(TestPerson.trusting()).start(List.of("cat"))) {
            send(cat, "only this\n");
            assertThat(cat.finish(SOON).output()).isEqualTo("only this");
        }
    }

    @Test
    void the_password_appears_in_no_command_line() throws Exception {
        nas.program("sudo", ASKING_SUDO);
        sudo(TestPerson.trusting()).run(WHO, SOON);

        assertThat(String.join("\n", nas.lines())).doesNotContain("battery");
        assertThat(Files.readString(nas.home().resolve("sudo-calls"))).doesNotContain("battery");
    }

    @Test
    void the_status_of_the_program_comes_through() throws Exception {
        nas.program("sudo", ASKING_SUDO);
        Ran ran =
                sudo(TestPerson.trusting())
                        .run(List.of("sh", "-c", "echo sorry >&2; exit 7"), SOON);
        assertThat(ran.status()).isEqualTo(7);
        assertThat(ran.complaints()).endsWith("sorry").doesNotContain("mail-station:");
    }

    private Sudo sudo(TestPerson person) {
        return new Sudo(connection, credentials(), person);
    }

    private static SshCredentials credentials() {
        return new SshCredentials.Password(new Secret(TestNas.PASSWORD));
    }

    private static void send(RemoteProcess process, String text)
            throws IOException, FailureException {
        OutputStream stdin = process.stdin();
        stdin.write(text.getBytes(StandardCharsets.UTF_8));
        stdin.flush();
    }
}
