package org.mailstation.desktop.login;

import java.io.IOException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailstation.control.Secret;
import org.mailstation.desktop.work.Cancellation;

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
            String host,
            int port,
            String keySha256,
            String user,
            Secret password,
            Cancellation cancellation) {
        try (PinnedLine line = PinnedLine.open(host, port, keySha256, patience, cancellation)) {
            return talk(line, user, password);
        } catch (PinnedLine.StrangerException e) {
            return new LoginAnswer.Stranger();
        } catch (IOException e) {
            return new LoginAnswer.NoWay(PinnedLine.reason(e));
        }
    }

    private static LoginAnswer talk(PinnedLine line, String user, Secret password)
            throws IOException {
        String greeting = line.hear();
        if (!greeting.startsWith("* OK")) {
            return new LoginAnswer.NoWay(greeting);
        }
        line.say("a AUTHENTICATE PLAIN");
        if (!until(line, "a ", "+").startsWith("+")) {
            return new LoginAnswer.NoWay("no AUTHENTICATE PLAIN");
        }
        line.say(PinnedLine.plain(user, password));
        String answer = until(line, "a ", "a ");
        if (!answer.startsWith("a OK")) {
            return new LoginAnswer.Refused(answer.substring(2));
        }
        line.say("b STATUS INBOX (MESSAGES)");
        String status = until(line, "b ", "* STATUS");
        line.say("c LOGOUT");
        Matcher count = MESSAGES.matcher(status);
        return count.find()
                ? new LoginAnswer.SignedIn(Integer.parseInt(count.group(1)))
                : new LoginAnswer.Refused(status);
    }

    /** The first line that begins like one of both. */
    private static String until(PinnedLine line, String one, String other) throws IOException {
        while (true) {
            String heard = line.hear();
            if (heard.startsWith(one) || heard.startsWith(other)) {
                return heard;
            }
        }
    }
}
