package org.mailstation.desktop.login;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.mailstation.control.Secret;

/**
 * Signs in by IMAP with TLS from the first byte and SASL PLAIN (RFC 4616), which takes passwords in
 * any letters.
 *
 * @param patience for each answer
 */
public record ImapLogin(Duration patience) implements MailLogin {

    private static final Pattern MESSAGES = Pattern.compile("MESSAGES (\\d{1,9})");

    @Override
    public LoginAnswer tryIt(
            String host, int port, String keySha256, String user, Secret password) {
        try (Socket plain = new Socket()) {
            int millis = Math.toIntExact(patience.toMillis());
            plain.connect(new InetSocketAddress(host, port), millis);
            plain.setSoTimeout(millis);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new PinnedKey(keySha256)}, null);
            try (SSLSocket secured =
                    (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true)) {
                secured.startHandshake();
                return talk(secured, user, password);
            }
        } catch (SSLHandshakeException e) {
            return PinnedKey.caused(e)
                    ? new LoginAnswer.Stranger()
                    : new LoginAnswer.NoWay(String.valueOf(e.getMessage()));
        } catch (IOException | GeneralSecurityException e) {
            return new LoginAnswer.NoWay(e.getClass().getSimpleName() + " " + e.getMessage());
        }
    }

    private static LoginAnswer talk(Socket socket, String user, Secret password)
            throws IOException {
        BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = socket.getOutputStream();
        String greeting = line(in);
        if (!greeting.startsWith("* OK")) {
            return new LoginAnswer.NoWay(greeting);
        }
        send(out, "a AUTHENTICATE PLAIN");
        if (!until(in, "a ", "+").startsWith("+")) {
            return new LoginAnswer.NoWay("no AUTHENTICATE PLAIN");
        }
        byte[] login = ("\0" + user + "\0" + password.reveal()).getBytes(StandardCharsets.UTF_8);
        send(out, Base64.getEncoder().encodeToString(login));
        String answer = until(in, "a ", "a ");
        if (!answer.startsWith("a OK")) {
            return new LoginAnswer.Refused(answer.substring(2));
        }
        send(out, "b STATUS INBOX (MESSAGES)");
        String status = until(in, "b ", "* STATUS");
        send(out, "c LOGOUT");
        Matcher count = MESSAGES.matcher(status);
        return count.find()
                ? new LoginAnswer.SignedIn(Integer.parseInt(count.group(1)))
                : new LoginAnswer.Refused(status);
    }

    private static void send(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** The first line that begins like one of both. */
    private static String until(BufferedReader in, String one, String other) throws IOException {
        while (true) {
            String line = line(in);
            if (line.startsWith(one) || line.startsWith(other)) {
                return line;
            }
        }
    }

    private static String line(BufferedReader in) throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new EOFException("closed");
        }
        return line;
    }
}
