package org.mailstation.desktop.practice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * "The outside": a mail server (RFC 5321) on loopback that takes every letter over TLS and shows it
 * to the practice. It speaks as much SMTP as receiving needs.
 */
final class OutsideServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutsideServer.class);
    static final String NAME = "outside.example";

    private static final int LONGEST_LETTER = 1_000_000;

    private final SSLServerSocket socket;
    private final BlockingQueue<String> letters = new LinkedBlockingQueue<>();

    private OutsideServer(SSLServerSocket socket) {
        this.socket = socket;
    }

    static OutsideServer start(PracticeCertificate certificate) throws IOException {
        SSLServerSocket socket =
                (SSLServerSocket)
                        certificate
                                .serverContext()
                                .getServerSocketFactory()
                                .createServerSocket(0, 10, InetAddress.getLoopbackAddress());
        OutsideServer server = new OutsideServer(socket);
        Thread.ofVirtual().name("outside").start(server::acceptAll);
        return server;
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The next letter that arrived, or {@code null} if none did in that time. */
    @Nullable String next(Duration patience) throws InterruptedException {
        return letters.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void acceptAll() {
        while (!socket.isClosed()) {
            try {
                SSLSocket caller = (SSLSocket) socket.accept();
                Thread.ofVirtual().start(() -> talk(caller));
            } catch (IOException closed) {
                LOG.debug("the outside ends", closed);
            }
        }
    }

    private void talk(SSLSocket caller) {
        try (caller) {
            caller.setSoTimeout(30_000);
            BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(
                                    caller.getInputStream(), StandardCharsets.ISO_8859_1));
            OutputStream out = caller.getOutputStream();
            say(out, "220 " + NAME + " ESMTP, practice only");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
                switch (verb) {
                    case "EHLO", "HELO" -> say(out, "250 " + NAME);
                    case "MAIL", "RCPT", "RSET", "NOOP" -> say(out, "250 2.0.0 OK");
                    case "DATA" -> {
                        say(out, "354 go on");
                        letters.add(letter(in));
                        say(out, "250 2.0.0 the outside has it");
                    }
                    case "QUIT" -> {
                        say(out, "221 2.0.0 bye");
                        return;
                    }
                    default -> say(out, "502 5.5.1 not in this practice");
                }
            }
        } catch (IOException e) {
            LOG.debug("a caller of the outside", e);
        }
    }

    /** Until the line with only a dot; doubled dots become one again (RFC 5321 4.5.2). */
    private static String letter(BufferedReader in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(".")) {
                return text.toString();
            }
            if (text.length() > LONGEST_LETTER) {
                throw new IOException("too long");
            }
            text.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        throw new IOException("ended in the middle of a letter");
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }
}
