package org.mailstation.desktop.login;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.mailstation.control.Secret;
import org.mailstation.desktop.work.Cancellation;

/**
 * Lines to and from a server over TLS from the first byte, once it has shown the key it is known
 * by.
 */
final class PinnedLine implements AutoCloseable {

    /** The server has shown another key; nothing was sent to it. */
    static final class StrangerException extends IOException {
        private static final long serialVersionUID = 1;

        StrangerException(SSLHandshakeException cause) {
            super(cause);
        }
    }

    private final SSLSocket socket;
    private final BufferedReader in;
    private final Runnable undo;

    private PinnedLine(SSLSocket socket, Reader in, Runnable undo) {
        this.socket = socket;
        this.undo = undo;
        this.in = new BufferedReader(in);
    }

    /**
     * Connects.
     *
     * @param patience for the connection, and then for each line
     * @param keySha256 of the server's public key, in hexadecimal digits; empty: none is known, and
     *     everybody is a stranger
     * @param cancellation hangs up, whatever it waits for
     * @throws StrangerException another key was shown
     * @throws IOException there is no way to it
     */
    static PinnedLine open(
            String host, int port, String keySha256, Duration patience, Cancellation cancellation)
            throws IOException {
        int millis = Math.toIntExact(patience.toMillis());
        SSLSocket secured = null;
        Socket plain = new Socket();
        Runnable undo = cancellation.onCancel(() -> hangUp(plain));
        try {
            plain.connect(new InetSocketAddress(host, port), millis);
            plain.setSoTimeout(millis);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new PinnedKey(keySha256)}, null);
            secured = (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true);
            secured.startHandshake();
            return new PinnedLine(
                    secured,
                    new InputStreamReader(secured.getInputStream(), StandardCharsets.UTF_8),
                    undo);
        } catch (IOException | GeneralSecurityException e) {
            undo.run();
            (secured == null ? plain : secured).close();
            throw said(e);
        }
    }

    /** The socket below: closing the one above it waits for a word that is being read. */
    private static void hangUp(Socket plain) {
        try {
            plain.close();
        } catch (IOException e) {
            // there is nothing left to hang up
        }
    }

    private static IOException said(Exception e) {
        if (e instanceof SSLHandshakeException handshake && PinnedKey.caused(handshake)) {
            return new StrangerException(handshake);
        }
        return e instanceof IOException way ? way : new IOException(e);
    }

    void say(String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** The next line, without its end. */
    String hear() throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new EOFException("closed");
        }
        return line;
    }

    /** What SASL PLAIN sends (RFC 4616), in base64. */
    static String plain(String user, Secret password) {
        byte[] login = ("\0" + user + "\0" + password.reveal()).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(login);
    }

    /** Why there was no way, for a person who knows such words. */
    static String reason(IOException e) {
        return e.getClass().getSimpleName() + " " + e.getMessage();
    }

    @Override
    public void close() throws IOException {
        undo.run();
        socket.close();
    }
}
