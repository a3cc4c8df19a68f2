package org.mailstation.desktop.practice;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.mailstation.control.Secret;

/** An SSH server on loopback that runs what it is told on this computer, for one user. */
final class PracticeSsh implements AutoCloseable {
    static final String HOST = "127.0.0.1";
    static final String USER = "practice";

    private final SshServer server;

    private PracticeSsh(SshServer server) {
        this.server = server;
    }

    /**
     * @param folder home of the user; the host key lies there too
     * @param password of {@link #USER}; only someone who knows it gets in, as this is a door to the
     *     person's own account on this computer
     * @param environment what every command gets besides this program's own
     */
    static PracticeSsh start(Path folder, Secret password, Map<String, String> environment)
            throws IOException {
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost(HOST);
        server.setPort(0);
        SimpleGeneratorHostKeyProvider key =
                new SimpleGeneratorHostKeyProvider(folder.resolve("host-key"));
        key.setAlgorithm("EC");
        server.setKeyPairProvider(key);
        server.setPasswordAuthenticator(
                (user, typed, _) -> user.equals(USER) && typed.equals(password.reveal()));
        server.setCommandFactory((_, line) -> new LocalCommand(line, folder, environment));
        server.start();
        return new PracticeSsh(server);
    }

    int port() {
        return server.getPort();
    }

    @Override
    public void close() throws IOException {
        server.close(true);
    }
}
