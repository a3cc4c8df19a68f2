package org.mailstation.desktop.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.keyboard.DefaultKeyboardInteractiveAuthenticator;
import org.apache.sshd.server.auth.keyboard.KeyboardInteractiveAuthenticator;
import org.apache.sshd.server.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.practice.LocalCommand;
import org.mailstation.desktop.ssh.Shell;
import org.mailstation.desktop.ssh.SshTarget;

/**
 * A NAS for tests: a real SSH server on loopback whose commands run in a folder of this computer.
 * Programs put into {@link #bin()} come before the real ones.
 */
public final class TestNas implements AutoCloseable {
    public static final String USER = "admin";
    public static final String PASSWORD = "correct horse 'n $battery";

    private final SshServer server = SshServer.setUpDefaultServer();
    private final Path home;
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Map<String, Conversation> conversations = new ConcurrentHashMap<>();
    private final List<LocalCommand> commands = new CopyOnWriteArrayList<>();

    public TestNas(Path folder) throws IOException {
        this(folder, keyPair("EC", 256));
    }

    public TestNas(Path folder, KeyPair hostKey) throws IOException {
        this.home = Files.createDirectories(folder.resolve("home"));
        Files.createDirectories(bin());
        environment.put("PATH", bin() + ":" + System.getenv("PATH"));
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        passwordOnly();
        server.setCommandFactory(
                (channel, line) -> {
                    lines.add(line);
                    Conversation conversation = conversations.get(line);
                    if (conversation != null) {
                        return new ServedCommand(conversation);
                    }
                    LocalCommand command = new LocalCommand(line, home, environment);
                    commands.add(command);
                    return command;
                });
    }

    /** The server before it starts, for what only one test needs. */
    public SshServer server() {
        return server;
    }

    public TestNas start() throws IOException {
        server.start();
        return this;
    }

    public int port() {
        return server.getPort();
    }

    public SshTarget target() {
        return new SshTarget("127.0.0.1", port(), USER);
    }

    public Path home() {
        return home;
    }

    public Path bin() {
        return home.resolve("bin");
    }

    /** Every command line that was asked for so far. */
    public List<String> lines() {
        return lines;
    }

    public TestNas environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** A program of this NAS, in the language of sh. */
    public TestNas program(String name, String script) throws IOException {
        Path file = bin().resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + file + " executable");
        }
        return this;
    }

    /** This command line is answered by the test itself instead of a program of this computer. */
    public TestNas answering(List<String> words, Conversation conversation) {
        conversations.put(Shell.line(words), conversation);
        return this;
    }

    /** The far end of one command. */
    public interface Conversation {
        /**
         * Talks on other threads; the command ends with this status when the future is done, or
         * with its connection.
         */
        CompletableFuture<Integer> talk(InputStream in, OutputStream out);
    }

    public TestNas passwordOnly() {
        server.setUserAuthFactories(List.of(new UserAuthPasswordFactory()));
        server.setPasswordAuthenticator(
                (user, password, session) -> USER.equals(user) && PASSWORD.equals(password));
        return this;
    }

    /** Takes the password by keyboard-interactive only, as a DSM with PAM does. */
    public TestNas keyboardInteractiveOnly() {
        return keyboardInteractive(new DefaultKeyboardInteractiveAuthenticator());
    }

    public TestNas keyboardInteractive(KeyboardInteractiveAuthenticator authenticator) {
        server.setUserAuthFactories(List.of(new UserAuthKeyboardInteractiveFactory()));
        server.setKeyboardInteractiveAuthenticator(authenticator);
        return this;
    }

    /** Takes this key only; {@code null}: none at all. */
    public TestNas publicKeyOnly(@Nullable PublicKey accepted) {
        server.setUserAuthFactories(List.of(new UserAuthPublicKeyFactory()));
        server.setPublickeyAuthenticator(
                (user, key, session) -> KeyUtils.compareKeys(key, accepted));
        return this;
    }

    /** Breaks every connection without a farewell. */
    public void cutConnections() {
        server.getActiveSessions().forEach(session -> session.close(true));
    }

    /** Waits until nothing runs here any more of what was asked for. */
    public void awaitQuiet() throws Exception {
        Await.until("no command runs", () -> commands.stream().noneMatch(LocalCommand::running));
    }

    public static KeyPair keyPair(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
