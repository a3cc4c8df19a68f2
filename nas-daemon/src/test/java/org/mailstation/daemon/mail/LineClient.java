package org.mailstation.daemon.mail;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** A client of any protocol in lines, which can also say what no good client says. */
final class LineClient implements Closeable {
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    private LineClient(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(20_000);
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    static LineClient clear(int port) throws IOException {
        return new LineClient(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    static LineClient tls(int port) throws IOException {
        LineClient client = clear(port);
        client.encrypt();
        return client;
    }

    void encrypt() throws IOException {
        SSLSocket secure =
                (SSLSocket)
                        trustAll()
                                .getSocketFactory()
                                .createSocket(socket, "localhost", socket.getPort(), true);
        secure.startHandshake();
        socket = secure;
        in = new BufferedInputStream(secure.getInputStream());
        out = secure.getOutputStream();
    }

    /** From now on both sides compress (RFC 4978). */
    void compress() throws IOException {
        in =
                new BufferedInputStream(
                        new InflaterInputStream(socket.getInputStream(), new Inflater(true)));
        out =
                new DeflaterOutputStream(
                        socket.getOutputStream(),
                        new Deflater(Deflater.BEST_COMPRESSION, true),
                        true);
    }

    /** Sends octets past all that is between. */
    void beneath(byte[] octets) throws IOException {
        socket.getOutputStream().write(octets);
        socket.getOutputStream().flush();
    }

    X509Certificate certificate() throws IOException {
        return (X509Certificate) ((SSLSocket) socket).getSession().getPeerCertificates()[0];
    }

    static SSLContext trustAll() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Anybody()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    void raw(String bytes) throws IOException {
        out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** Closes this side; the other may go on. */
    void endOfInput() throws IOException {
        socket.shutdownOutput();
    }

    /** All lines up to the end of the connection. */
    List<String> rest() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = line(); line != null; line = line()) {
            lines.add(line);
        }
        return lines;
    }

    /** The next line without its end, or {@code null} where the connection has ended. */
    @Nullable String line() throws IOException {
        StringBuilder line = new StringBuilder();
        int c = in.read();
        if (c < 0) {
            return null;
        }
        while (c >= 0 && c != '\n') {
            line.append((char) c);
            c = in.read();
        }
        return line.toString().replaceFirst("\r$", "");
    }

    byte[] bytes(int count) throws IOException {
        return in.readNBytes(count);
    }

    /** All lines of an SMTP reply, joined. */
    String reply() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = line(); line != null; line = line()) {
            lines.add(line);
            if (line.length() < 4 || line.charAt(3) != '-') {
                return String.join("\n", lines);
            }
        }
        return String.join("\n", lines) + "[closed]";
    }

    /** Says a line and takes the SMTP reply. */
    String smtp(String line) throws IOException {
        raw(line + "\r\n");
        return reply();
    }

    /** Says a line and takes one line. */
    @Nullable String ask(String line) throws IOException {
        raw(line + "\r\n");
        return line();
    }

    /** Says an IMAP command and takes all lines up to the tagged one. */
    List<String> imap(String command) throws IOException {
        raw("t1 " + command + "\r\n");
        return tagged();
    }

    List<String> tagged() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = line(); line != null; line = line()) {
            lines.add(line);
            if (line.startsWith("t1 ")) {
                break;
            }
        }
        return lines;
    }

    /** The lines of a POP3 answer up to the line of one dot, stuffing undone, as bytes. */
    String multiline() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String line = line(); line != null && !line.equals("."); line = line()) {
            all.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        return all.toString();
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
