package org.mailstation.desktop.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Base64;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.server.auth.keyboard.InteractiveChallenge;
import org.apache.sshd.server.auth.keyboard.KeyboardInteractiveAuthenticator;
import org.apache.sshd.server.session.ServerSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.control.Secret;
import org.mailstation.desktop.testing.Failures;
import org.mailstation.desktop.testing.TestNas;
import org.mailstation.desktop.testing.TestPerson;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;

class SignInWithKeyTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({"EC,256", "EC,521", "RSA,3072"})
    void a_key_without_a_passphrase_signs_in_without_a_question(String algorithm, int bits)
            throws Exception {
        KeyPair key = TestNas.keyPair(algorithm, bits);
        try (TestNas nas = new TestNas(folder).publicKeyOnly(key.getPublic()).start()) {
            TestPerson person = TestPerson.trusting();
            connect(nas, openssh(key, null), person).close();
            assertThat(person.asked()).hasSize(1);
        }
    }

    @Test
    void a_key_in_pem_signs_in() throws Exception {
        KeyPair key = TestNas.keyPair("RSA", 3072);
        Path file = folder.resolve("id.pem");
        Files.writeString(
                file,
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                .encodeToString(key.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        try (TestNas nas = new TestNas(folder).publicKeyOnly(key.getPublic()).start()) {
            connect(nas, file, TestPerson.trusting()).close();
        }
    }

    @Test
    void the_passphrase_is_asked_for_until_it_is_right() throws Exception {
        KeyPair key = TestNas.keyPair("EC", 256);
        Path file = openssh(key, "open sesame");
        try (TestNas nas = new TestNas(folder).publicKeyOnly(key.getPublic()).start()) {
            TestPerson person = TestPerson.trusting("mistyped", "open sesame");
            connect(nas, file, person).close();
            assertThat(person.asked().subList(1, 3))
                    .containsExactly("passphrase", "passphrase again");
        }
    }

    @Test
    void without_a_passphrase_the_key_is_of_no_use() throws Exception {
        KeyPair key = TestNas.keyPair("EC", 256);
        Path file = openssh(key, "open sesame");
        try (TestNas nas = new TestNas(folder).publicKeyOnly(key.getPublic()).start()) {
            Failures.expect(
                    SshFailure.KeyUnreadable.class,
                    () -> connect(nas, file, TestPerson.trusting()));
        }
    }

    @Test
    void a_key_that_the_nas_does_not_know_is_refused() throws Exception {
        Path file = openssh(TestNas.keyPair("EC", 256), null);
        try (TestNas nas =
                new TestNas(folder).publicKeyOnly(TestNas.keyPair("EC", 256).getPublic()).start()) {
            SshFailure.KeyRefused failure =
                    Failures.expect(
                            SshFailure.KeyRefused.class,
                            () -> connect(nas, file, TestPerson.trusting()));
            assertThat(failure.keyFile()).isEqualTo(file.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "missing,",
        "empty,''",
        "text,hello",
        "damaged,-----BEGIN OPENSSH PRIVATE KEY-----"
    })
    void a_file_that_is_no_key_is_named(String name, String content) throws Exception {
        Path file = folder.resolve(name);
        if (content != null) {
            Files.writeString(file, content);
        }
        try (TestNas nas = new TestNas(folder).publicKeyOnly(null).start()) {
            Failures.expect(
                    SshFailure.KeyUnreadable.class,
                    () -> connect(nas, file, TestPerson.trusting()));
        }
    }

    @Test
    void a_second_question_of_the_nas_is_put_to_the_person() throws Exception {
        try (TestNas nas = new TestNas(folder).keyboardInteractive(new PasswordAndCode()).start()) {
            TestPerson person = TestPerson.trusting("424242");
            new SshConnector(new KnownHosts(folder.resolve("known-hosts")), Timeouts.USUAL)
                    .connect(
                            nas.target(),
                            new SshCredentials.Password(new Secret(TestNas.PASSWORD)),
                            person,
                            Cancellation.never())
                    .close();
            assertThat(person.asked()).contains("Code: ");
        }
    }

    private SshConnection connect(TestNas nas, Path key, TestPerson person)
            throws FailureException {
        return new SshConnector(new KnownHosts(folder.resolve("known-hosts")), Timeouts.USUAL)
                .connect(
                        nas.target(),
                        new SshCredentials.KeyFile(key),
                        person,
                        Cancellation.never());
    }

    private Path openssh(KeyPair key, @org.jspecify.annotations.Nullable String passphrase)
            throws Exception {
        Path file = folder.resolve("id_key");
        OpenSSHKeyEncryptionContext encryption = null;
        if (passphrase != null) {
            encryption = new OpenSSHKeyEncryptionContext();
            encryption.setPassword(passphrase);
            encryption.setCipherName("AES");
            encryption.setCipherMode("CTR");
            encryption.setCipherType("256");
        }
        try (var out = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "test", encryption, out);
        }
        return file;
    }

    /** Asks for the password and a one-time code at once. */
    private static final class PasswordAndCode implements KeyboardInteractiveAuthenticator {
        @Override
        public InteractiveChallenge generateChallenge(
                ServerSession session, String username, String language, String subMethods) {
            InteractiveChallenge challenge = new InteractiveChallenge();
            challenge.addPrompt("Password: ", false);
            challenge.addPrompt("Code: ", true);
            return challenge;
        }

        @Override
        public boolean authenticate(
                ServerSession session, String username, java.util.List<String> responses) {
            return responses.equals(java.util.List.of(TestNas.PASSWORD, "424242"));
        }
    }
}
