package org.mailstation.rehearsal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** A conversation in lines with a server on this computer. */
final class Talk implements Closeable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int PATIENCE_MILLIS = 120_000;

    /** Last line of an answer in SMTP, IMAP (our tags are t1, t2 …) and POP3. */
    private static final Pattern END = Pattern.compile("^([0-9]{3} |t[0-9]+ |-ERR)");

    private Socket socket;
    private InputStream in;
    private OutputStream out;

    private Talk(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    /**
     * Connects.
     *
     * @param tls from the first byte
     */
    static Talk open(int port, boolean tls) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress(LOOPBACK, port), PATIENCE_MILLIS);
            Talk talk = new Talk(socket);
            if (tls) {
                talk.encrypt();
            }
            return talk;
        } catch (IOException | RuntimeException failure) {
            socket.close();
            throw failure;
        }
    }

    /** The TLS handshake; also in the middle of a conversation. */
    void encrypt() throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Anybody()}, null);
            SSLSocket encrypted =
                    (SSLSocket)
                            context.getSocketFactory()
                                    .createSocket(socket, LOOPBACK, socket.getPort(), true);
            encrypted.startHandshake();
            socket = encrypted;
            in = new BufferedInputStream(encrypted.getInputStream());
            out = encrypted.getOutputStream();
        } catch (GeneralSecurityException e) {
            throw new IOException("no TLS in this Java", e);
        }
    }

    /**
     * Sends a line (or several, joined by CR LF) and reads the answer.
     *
     * @param until how the answer's last line begins
     * @return the answer's lines
     * @throws IOException if the server hangs up or refuses before such a line came
     */
    List<String> say(String words, String until) throws IOException {
        out.write((words + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        return hear(until);
    }

    /** Reads lines up to one that begins so. */
    List<String> hear(String until) throws IOException {
        List<String> lines = new ArrayList<>();
        String line;
        do {
            line = line(lines);
            lines.add(line);
            if (!line.startsWith(until) && END.matcher(line).find()) {
                throw new IOException("expected " + until + ", but heard " + lines);
            }
        } while (!line.startsWith(until));
        return lines;
    }

    private String line(List<String> before) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException("the server hung up after " + before);
            }
            octets.write(octet);
        }
        return octets.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** The daemon that was just started has a certificate that nobody has signed. */
    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            // we are the client
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // on loopback, with a server that we started
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
