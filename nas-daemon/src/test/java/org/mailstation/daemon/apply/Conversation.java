package org.mailstation.daemon.apply;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Lines over a socket. Reads byte by byte, so that nothing beyond a line is swallowed before TLS
 * begins.
 */
final class Conversation {
    private static final int LONGEST_LINE = 4096;

    private final InputStream in;
    private final OutputStream out;

    Conversation(Socket socket) throws IOException {
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    void send(String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /**
     * @throws IOException also if the other side closes before the line ends
     */
    String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        while (line.length() < LONGEST_LINE) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed after '" + line + "'");
            }
            if (next == '\n') {
                return line.toString().stripTrailing();
            }
            line.append((char) next);
        }
        throw new IOException("a line without end");
    }
}
