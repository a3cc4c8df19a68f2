package org.mailstation.desktop.discovery;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.mailstation.lan.Deadline;

/** Listens how a server greets, and hangs up: nobody signs in. */
final class SshGreeting {
    /**
     * RFC 4253 4.2: an SSH server may say other things before, and its own line ends after 255
     * bytes.
     */
    private static final int MOST_BYTES = 2048;

    private static final int LONGEST_LINE = 255;

    private SshGreeting() {}

    static SshAnswer ask(InetSocketAddress where, Deadline until) {
        try (Socket socket = new Socket()) {
            socket.connect(where, until.leftMillis());
            return read(socket, until)
                    .<SshAnswer>map(software -> new SshAnswer.Answers(where.getPort(), software))
                    .orElse(new SshAnswer.Refuses(where.getPort()));
        } catch (ConnectException e) {
            return new SshAnswer.Refuses(where.getPort());
        } catch (IOException e) {
            return new SshAnswer.Unknown(where.getPort());
        }
    }

    private static Optional<String> read(Socket socket, Deadline until) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder line = new StringBuilder();
        for (int count = 0; count < MOST_BYTES; count++) {
            if (until.passed()) {
                throw new SocketTimeoutException();
            }
            socket.setSoTimeout(until.leftMillis());
            int one = in.read();
            if (one == '\n' || one < 0) {
                Optional<String> software = software(line.toString());
                if (software.isPresent() || one < 0) {
                    return software;
                }
                line.setLength(0);
            } else if (line.length() < LONGEST_LINE) {
                line.append((char) one);
            }
        }
        return Optional.empty();
    }

    /** {@code SSH-2.0-OpenSSH_9.2p1 Debian-2} says {@code OpenSSH_9.2p1 Debian-2}. */
    static Optional<String> software(String line) {
        String ascii =
                new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.US_ASCII);
        String[] parts = ascii.strip().split("-", 3);
        boolean ssh =
                parts.length == 3
                        && parts[0].equals("SSH")
                        && (parts[1].equals("2.0") || parts[1].equals("1.99"));
        return ssh ? Optional.of(Plain.text(parts[2])) : Optional.empty();
    }
}
