package org.mailstation.desktop.outside;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.mailstation.letter.TestLetter;
import org.mailstation.probe.Dial;

/**
 * Hands a test letter to a mail server from a computer outside, as any other server does (RFC 5321
 * 3.3). In clear, since there is nothing in it that nobody may read.
 */
public record LetterPost(Dial dial, Duration patience) {
    private static final int LONGEST_REPLY = 8192;

    /** What came of it. {@code words} are the server's, or technical ones. */
    public sealed interface Answer {
        record Taken() implements Answer {}

        record Refused(String words) implements Answer {}

        /** Nobody answered, or not as a mail server. */
        record Unreachable(String words) implements Answer {}
    }

    private static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1;

        RefusedException(String reply) {
            super(reply);
        }
    }

    /** Hands it over; takes some seconds. */
    public Answer send(InetSocketAddress where, TestLetter letter) {
        try (Socket socket = dial.open(where, patience)) {
            socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
            Talk talk =
                    new Talk(
                            new BufferedReader(
                                    new InputStreamReader(
                                            socket.getInputStream(), StandardCharsets.US_ASCII)),
                            socket.getOutputStream());
            talk.expect("220", "");
            for (String line :
                    List.of(
                            "EHLO letter-test.invalid",
                            "MAIL FROM:<>",
                            "RCPT TO:<" + letter.to() + ">")) {
                talk.expect("250", line);
            }
            talk.expect("354", "DATA");
            // no line of it begins with a dot
            talk.expect("250", new String(letter.bytes(), StandardCharsets.US_ASCII) + ".");
            talk.say("QUIT");
            return new Answer.Taken();
        } catch (RefusedException e) {
            return new Answer.Refused(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Answer.Unreachable(String.valueOf(e.getMessage()));
        }
    }

    private record Talk(BufferedReader in, OutputStream out) {
        void say(String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }

        void expect(String code, String line) throws IOException, RefusedException {
            if (!line.isEmpty()) {
                say(line);
            }
            String reply = reply();
            if (!reply.startsWith(code)) {
                throw new RefusedException(reply);
            }
        }

        /** The last line of a reply (RFC 5321 4.2.1). */
        private String reply() throws IOException {
            int length = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                length += line.length();
                if (line.length() < 4 || line.charAt(3) != '-') {
                    return line.replaceAll("[^\\x20-\\x7e]", "?");
                }
                if (length > LONGEST_REPLY) {
                    break;
                }
            }
            throw new IOException("no SMTP reply");
        }
    }
}
