package org.mailstation.daemon.delivery;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** The client's side of one SMTP connection (RFC 5321 3.1 to 3.3). */
final class SmtpClient implements AutoCloseable {
    private static final int LONGEST_REPLY_LINE = 2048;
    private static final int MOST_REPLY_LINES = 100;

    private final String host;
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private List<String> last = List.of();
    private List<String> extensions = List.of();

    private SmtpClient(String host, Socket socket) throws IOException {
        this.host = host;
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = new BufferedOutputStream(socket.getOutputStream(), 16 * 1024);
    }

    /**
     * @param host its name, for TLS
     */
    static SmtpClient connect(String host, InetAddress address, int port, Outside outside)
            throws IOException {
        Socket socket = new Socket();
        try {
            connect(socket, new InetSocketAddress(address, port), outside.connectTimeout());
            socket.setSoTimeout(millis(outside.readTimeout()));
            return new SmtpClient(host, socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static void connect(Socket socket, InetSocketAddress where, Duration patience)
            throws IOException {
        try {
            socket.connect(where, millis(patience));
        } catch (IOException e) {
            throw new NotConnectedException(e);
        }
    }

    private static int millis(Duration time) {
        return Math.toIntExact(time.toMillis());
    }

    /** Waits for the server's next reply. */
    SmtpReply read() throws IOException {
        StringBuilder text = new StringBuilder();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < MOST_REPLY_LINES; i++) {
            String line = line();
            if (!line.matches("[2-5][0-9]{2}([ -].*)?")) {
                throw new IOException("not an SMTP reply from " + host);
            }
            String words = line.length() > 4 ? line.substring(4) : "";
            lines.add(words);
            text.append(text.isEmpty() ? "" : " ").append(words);
            if (line.length() == 3 || line.charAt(3) == ' ') {
                last = lines;
                return new SmtpReply(Integer.parseInt(line.substring(0, 3)), text.toString());
            }
        }
        throw new IOException("endless SMTP reply from " + host);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException(host + " closed the connection");
            }
            if (line.length() >= LONGEST_REPLY_LINE) {
                throw new IOException("endless SMTP reply line from " + host);
            }
            if (c != '\r') {
                // a reply goes into reports and logs: nothing but printable ASCII
                line.append(c >= 0x20 && c < 0x7f ? (char) c : '?');
            }
        }
        return line.toString();
    }

    SmtpReply command(String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        return read();
    }

    /** EHLO, or HELO to a server that does not know it. */
    SmtpReply hello(String ourName) throws IOException {
        SmtpReply reply = command("EHLO " + ourName);
        extensions = reply.isGood() ? last : List.of();
        return reply.isFinal() ? command("HELO " + ourName) : reply;
    }

    /** Whether the answer to the last EHLO offered this. */
    boolean offers(String extension) {
        return extensions.stream()
                .skip(1)
                .anyMatch(line -> line.toUpperCase(Locale.ROOT).split(" ", 2)[0].equals(extension));
    }

    /**
     * Puts TLS on the connection; whatever came in clear and was not read is dropped (RFC 3207
     * 4.2).
     *
     * @param verified whether the certificate must be good for the host
     */
    void encrypt(SSLContext context, boolean verified) throws IOException {
        SSLSocket secure =
                (SSLSocket)
                        context.getSocketFactory()
                                .createSocket(socket, host, socket.getPort(), true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        if (verified) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        socket = secure;
        in = new BufferedInputStream(secure.getInputStream());
        out = new BufferedOutputStream(secure.getOutputStream(), 16 * 1024);
    }

    /**
     * Signs in by AUTH PLAIN (RFC 4616), or by LOGIN where the answer to the last EHLO offers only
     * that.
     */
    SmtpReply signIn(String user, String password) throws IOException {
        List<String> ways = mechanisms();
        return ways.contains("LOGIN") && !ways.contains("PLAIN")
                ? login(user, password)
                : plain(user, password);
    }

    /** RFC 4954 3; some still write it with an equals sign, as drafts of it did. */
    private List<String> mechanisms() {
        return extensions.stream()
                .map(line -> line.toUpperCase(Locale.ROOT))
                .filter(line -> line.startsWith("AUTH ") || line.startsWith("AUTH="))
                .flatMap(line -> java.util.Arrays.stream(line.substring(5).split(" ")))
                .toList();
    }

    /** Older than any standard: each question is answered in base64, whatever it asks. */
    private SmtpReply login(String user, String password) throws IOException {
        SmtpReply asked = command("AUTH LOGIN");
        for (String answer : List.of(user, password)) {
            if (asked.code() != 334) {
                return asked;
            }
            byte[] words = answer.getBytes(StandardCharsets.UTF_8);
            asked = command(Base64.getEncoder().encodeToString(words));
        }
        return asked;
    }

    private SmtpReply plain(String user, String password) throws IOException {
        byte[] words = ("\0" + user + "\0" + password).getBytes(StandardCharsets.UTF_8);
        return command("AUTH PLAIN " + Base64.getEncoder().encodeToString(words));
    }

    /**
     * Sends the letter after DATA was answered with 354. Every line leaves with CR LF, whatever it
     * had, and every dot at the start of a line is doubled (RFC 5321 4.5.2), so that no other
     * server finds an end that is none.
     */
    SmtpReply letter(Letter letter) throws IOException {
        try (InputStream content = new DotStuffed(letter.open())) {
            content.transferTo(out);
        }
        out.flush();
        return read();
    }

    /** Whether nobody can listen. */
    boolean isEncrypted() {
        return socket instanceof SSLSocket;
    }

    @Override
    public void close() {
        try (Socket closing = socket) {
            out.write("QUIT\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        } catch (IOException gone) {
            // what mattered has been answered before
            return;
        }
    }
}
