package org.mailstation.desktop.login;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import org.mailstation.control.Secret;
import org.mailstation.desktop.work.Cancellation;

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
            String host,
            int port,
            String keySha256,
            String user,
            Secret password,
            Letter letter,
            Cancellation cancellation) {
        try (PinnedLine line = PinnedLine.open(host, port, keySha256, patience, cancellation)) {
            talk(line, user, password, letter);
            return new Posted.Taken();
        } catch (UnwantedException no) {
            return new Posted.Refused(String.valueOf(no.getMessage()));
        } catch (PinnedLine.StrangerException e) {
            return new Posted.Stranger();
        } catch (IOException e) {
            return new Posted.NoWay(PinnedLine.reason(e));
        }
    }

    private void talk(PinnedLine line, String user, Secret password, Letter letter)
            throws IOException {
        expect(line, '2');
        say(line, "EHLO mail-station.invalid", '2');
        say(line, "AUTH PLAIN " + PinnedLine.plain(user, password), '2');
        say(line, "MAIL FROM:<" + user + ">", '2');
        say(line, "RCPT TO:<" + letter.to() + ">", '2');
        say(line, "DATA", '3');
        say(line, written(user, letter) + "\r\n.", '2');
        line.say("QUIT");
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

    private static void say(PinnedLine line, String words, char wanted) throws IOException {
        line.say(words);
        expect(line, wanted);
    }

    /** The last line of an answer has a blank after its number (RFC 5321 4.2.1). */
    private static void expect(PinnedLine line, char wanted) throws IOException {
        while (true) {
            String heard = line.hear();
            if (heard.length() < 4 || heard.charAt(3) != '-') {
                if (heard.isEmpty() || heard.charAt(0) != wanted) {
                    throw new UnwantedException(heard);
                }
                return;
            }
        }
    }
}
