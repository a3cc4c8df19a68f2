package org.mailstation.daemon.moving;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with an IMAP server (RFC 3501), always under TLS with a certificate that is proven
 * for the server's name. Large literals are passed on while they come in.
 */
final class ImapLink implements AutoCloseable {
    private static final int CONNECT_MILLISECONDS = 20_000;
    private static final int ANSWER_MILLISECONDS = 120_000;
    private static final int LONGEST_LINE = 1 << 20;
    private static final long LARGEST_LITERAL = 1L << 31;
    private static final int SMALL = 64 * 1024;

    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private int tags;

    /** What a server said: the line without its literals, and these. */
    record Response(String line, List<String> literals) {
        Response {
            literals = List.copyOf(literals);
        }

        boolean isTagged(String tag) {
            return line.startsWith(tag + " ");
        }
    }

    /** Hears what comes before the end of a command. */
    interface Hearer {
        void hear(Response response) throws IOException;
    }

    /** The server does not do what it was asked for; the conversation can go on. */
    static final class NoException extends IOException {
        private static final long serialVersionUID = 1L;

        NoException(String words) {
            super(words);
        }
    }

    private ImapLink(Socket socket) throws IOException {
        this.socket = socket;
        use(socket);
    }

    private void use(Socket other) throws IOException {
        socket = other;
        in = new BufferedInputStream(other.getInputStream(), SMALL);
        out = new BufferedOutputStream(other.getOutputStream());
    }

    /**
     * Connects and changes to TLS.
     *
     * @param implicit whether TLS comes first (RFC 8314 3.2); else by STARTTLS, or not at all
     */
    static ImapLink open(String host, int port, boolean implicit, SSLSocketFactory tls)
            throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLISECONDS);
            socket.setSoTimeout(ANSWER_MILLISECONDS);
            ImapLink link = new ImapLink(implicit ? encrypt(socket, host, port, tls) : socket);
            link.greeting();
            if (!implicit) {
                link.ask("STARTTLS", null, _ -> {});
                if (link.in.available() > 0) {
                    throw new IOException("the server speaks on before TLS"); // CVE-2011-0411
                }
                link.use(encrypt(socket, host, port, tls));
            }
            return link;
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private static Socket encrypt(Socket socket, String host, int port, SSLSocketFactory tls)
            throws IOException {
        SSLSocket encrypted = (SSLSocket) tls.createSocket(socket, host, port, true);
        SSLParameters parameters = encrypted.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS"); // the name, RFC 9525
        encrypted.setSSLParameters(parameters);
        encrypted.startHandshake();
        return encrypted;
    }

    private void greeting() throws IOException {
        String line = read(null).line();
        if (!line.toUpperCase(Locale.ROOT).startsWith("* OK")) {
            throw new IOException("the server does not want to talk: " + shown(line));
        }
    }

    /** Asks, and hears everything until the end of the answer. */
    void ask(String command, @Nullable OutputStream largeLiteral, Hearer hearer)
            throws IOException {
        String tag = send(command);
        for (Response one = read(largeLiteral); ; one = read(largeLiteral)) {
            if (one.isTagged(tag)) {
                finish(one.line(), tag);
                return;
            }
            if (one.line().toUpperCase(Locale.ROOT).startsWith("* BYE")) {
                throw new EOFException("the server ends the conversation: " + shown(one.line()));
            }
            hearer.hear(one);
        }
    }

    private static void finish(String line, String tag) throws NoException {
        String rest = line.substring(tag.length() + 1);
        if (!rest.toUpperCase(Locale.ROOT).startsWith("OK")) {
            throw new NoException(shown(rest));
        }
    }

    /** Signs in (RFC 4616 by RFC 3501 6.2.2). The password is in no message of an exception. */
    void signIn(String user, String password) throws IOException {
        String tag = send("AUTHENTICATE PLAIN");
        Response answer = read(null);
        if (answer.isTagged(tag)) {
            finish(answer.line(), tag);
        }
        byte[] plain = ("\0" + user + "\0" + password).getBytes(StandardCharsets.UTF_8);
        write(java.util.Base64.getEncoder().encodeToString(plain));
        for (answer = read(null); !answer.isTagged(tag); answer = read(null)) {
            if (answer.line().startsWith("+")) {
                write("*"); // an error with explanation: it wants to be cancelled
            }
        }
        finish(answer.line(), tag);
    }

    private String send(String command) throws IOException {
        String tag = "m" + ++tags;
        write(tag + " " + command);
        return tag;
    }

    private void write(String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** In double quotes; a name with line ends cannot be asked for. */
    static String quoted(String text) throws NoException {
        if (text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0) {
            throw new NoException("a name with a line end");
        }
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private Response read(@Nullable OutputStream largeLiteral) throws IOException {
        StringBuilder whole = new StringBuilder();
        List<String> literals = new ArrayList<>();
        while (true) {
            String line = line();
            whole.append(line);
            int brace = line.endsWith("}") ? line.lastIndexOf('{') : -1;
            if (brace < 0 || !line.substring(brace + 1, line.length() - 1).matches("[0-9]{1,10}")) {
                return new Response(whole.toString(), literals);
            }
            long length = Long.parseLong(line.substring(brace + 1, line.length() - 1));
            if (length > LARGEST_LITERAL) {
                throw new IOException("the server sends more than a letter can be");
            }
            whole.setLength(whole.length() - (line.length() - brace));
            whole.append(Tokens.LITERAL);
            literals.add(literal(length, largeLiteral));
        }
    }

    private String literal(long length, @Nullable OutputStream large) throws IOException {
        if (large == null) {
            if (length > SMALL) {
                throw new IOException("the server sends more than was asked for");
            }
            byte[] octets = in.readNBytes((int) length);
            if (octets.length < length) {
                throw new EOFException("the connection ended");
            }
            return new String(octets, StandardCharsets.UTF_8);
        }
        byte[] some = new byte[SMALL];
        for (long left = length; left > 0; ) {
            int count = in.read(some, 0, (int) Math.min(some.length, left));
            if (count < 0) {
                throw new EOFException("the connection ended");
            }
            large.write(some, 0, count);
            left -= count;
        }
        return "";
    }

    private String line() throws IOException {
        java.io.ByteArrayOutputStream line = new java.io.ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection ended");
            }
            line.write(c);
            if (line.size() > LONGEST_LINE) {
                throw new IOException("the server sends an endless line");
            }
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** What another program said, short and without control characters. */
    static String shown(String words) {
        String clean = words.replaceAll("\\p{Cntrl}", "?");
        return clean.length() > 200 ? clean.substring(0, 200) + "…" : clean;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // nothing can be lost by this
        }
    }
}
