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
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.mailstation.control.Secret;

/**
 * Submission with TLS from the first byte (RFC 8314 3.3) and SASL PLAIN (RFC 4954).
 *
 * @param patience for each answer
 */
public record SmtpPost(Duration patience, InstantSource clock) implements LetterOut {

    private static final int LINE = 76;

    /** An answer that is not the one that is needed. */
    private static final class UnwantedException extends IOException {
        private static final long serialVersionUID = 1;

        UnwantedException(String answer) {
            super(answer);
        }
    }

    @Override
    public Posted send(
            String host, int port, String keySha256, String user, Secret password, Letter letter) {
        try (Socket plain = new Socket()) {
            int millis = Math.toIntExact(patience.toMillis());
            plain.connect(new InetSocketAddress(host, port), millis);
            plain.setSoTimeout(millis);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new PinnedKey(keySha256)}, null);
            try (SSLSocket secured =
                    (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true)) {
                secured.startHandshake();
                talk(secured, user, password, letter);
                return new Posted.Taken();
            }
        } catch (UnwantedException no) {
            return new Posted.Refused(String.valueOf(no.getMessage()));
        } catch (SSLHandshakeException e) {
            return PinnedKey.caused(e)
                    ? new Posted.Stranger()
                    : new Posted.NoWay(String.valueOf(e.getMessage()));
        } catch (IOException | GeneralSecurityException e) {
            return new Posted.NoWay(e.getClass().getSimpleName() + " " + e.getMessage());
        }
    }

    private void talk(Socket socket, String user, Secret password, Letter letter)
            throws IOException {
        BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = socket.getOutputStream();
        expect(in, '2');
        say(out, in, "EHLO mail-station.invalid", '2');
        byte[] login = ("\0" + user + "\0" + password.reveal()).getBytes(StandardCharsets.UTF_8);
        say(out, in, "AUTH PLAIN " + Base64.getEncoder().encodeToString(login), '2');
        say(out, in, "MAIL FROM:<" + user + ">", '2');
        say(out, in, "RCPT TO:<" + letter.to() + ">", '2');
        say(out, in, "DATA", '3');
        say(out, in, written(user, letter) + "\r\n.", '2');
        out.write("QUIT\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** RFC 5322, its text in base64, in which no line can begin with a dot. */
    private String written(String user, Letter letter) {
        String date =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atZone(ZoneOffset.UTC));
        Base64.Encoder lines =
                Base64.getMimeEncoder(LINE, "\r\n".getBytes(StandardCharsets.US_ASCII));
        return String.join(
                "\r\n",
                "From: <" + user + ">",
                "To: <" + letter.to() + ">",
                "Subject: " + letter.subject(),
                "Date: " + date,
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=utf-8",
                "Content-Transfer-Encoding: base64",
                "",
                lines.encodeToString(letter.text().getBytes(StandardCharsets.UTF_8)));
    }

    private static void say(OutputStream out, BufferedReader in, String line, char wanted)
            throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        expect(in, wanted);
    }

    /** The last line of an answer has a blank after its number (RFC 5321 4.2.1). */
    private static void expect(BufferedReader in, char wanted) throws IOException {
        while (true) {
            String line = in.readLine();
            if (line == null) {
                throw new EOFException("closed");
            }
            if (line.length() < 4 || line.charAt(3) != '-') {
                if (line.isEmpty() || line.charAt(0) != wanted) {
                    throw new UnwantedException(line);
                }
                return;
            }
        }
    }
}
