package org.mailstation.daemon.apply;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A server for one connection on loopback: {@code S:line} it says, {@code C:line} it expects,
 * {@code TLS} makes the handshake; then it hangs up.
 */
final class ScriptedServer implements AutoCloseable {
    private final ServerSocket server;

    ScriptedServer(SSLContext tls, List<String> script) throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> play(tls, script));
    }

    int port() {
        return server.getLocalPort();
    }

    private void play(SSLContext tls, List<String> script) {
        try (Socket client = server.accept()) {
            Socket now = client;
            for (String line : script) {
                if (line.equals("TLS")) {
                    SSLSocket secure =
                            (SSLSocket)
                                    tls.getSocketFactory()
                                            .createSocket(now, "localhost", now.getPort(), true);
                    secure.setUseClientMode(false);
                    secure.startHandshake();
                    now = secure;
                } else if (line.startsWith("S:")) {
                    new Conversation(now).send(line.substring(2));
                } else {
                    String said = new Conversation(now).readLine();
                    if (!said.startsWith(line.substring(2))) {
                        throw new IOException("unexpected: " + said);
                    }
                }
            }
        } catch (IOException unexpected) {
            // the checking side then sees a closed connection and fails, which the test reports
            return;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
