package org.mailstation.daemon.mail.smtp;

import static org.mailstation.daemon.mail.smtp.Replies.goodbye;
import static org.mailstation.daemon.mail.smtp.Replies.reply;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.api.handler.CommandDispatcher;
import org.apache.james.protocols.smtp.SMTPSession;

/** Looks at each command line before its verb is looked up, and cuts clients that are none. */
final class SmtpDispatcher extends CommandDispatcher<SMTPSession> {
    /** RFC 5321 4.5.3.1.4 asks for 512; parameters of extensions make lines longer. */
    private static final int LONGEST_COMMAND = 2048;

    private static final int MOST_MISTAKES = 8;

    /** A browser that a web page told to post to a mail port must not get a second word in. */
    private static final Set<String> WEB_VERBS =
            Set.of(
                    "GET", "POST", "PUT", "HEAD", "OPTIONS", "DELETE", "PATCH", "TRACE", "CONNECT",
                    "HOST:");

    /** Those that take addresses, and so letters beyond ASCII (RFC 6531 3.3, 3.7.4). */
    private static final Set<String> WITH_ADDRESS = Set.of("MAIL", "RCPT", "VRFY", "EXPN");

    private final SmtpContext context;

    SmtpDispatcher(SmtpContext context) {
        this.context = context;
    }

    @Override
    public Response onLine(SMTPSession james, byte[] line) {
        SmtpSession session = (SmtpSession) james;
        if (WEB_VERBS.contains(firstWord(line))) {
            nonsense(session);
            return goodbye("554 5.5.1 This is a mail server");
        }
        Response response;
        if (line.length > LONGEST_COMMAND) {
            response = reply("500 5.5.2 Line too long");
        } else if (!isCleanLine(line)) {
            response = reply("500 5.5.2 Only printable ASCII, ended by CR LF");
        } else {
            response = super.onLine(session, line);
        }
        if (response != null && response.getRetCode().matches("[45].*")) {
            context.figures().refused(response.getRetCode());
        }
        if (!isMistake(response)) {
            return response;
        }
        nonsense(session);
        return session.mistake() >= MOST_MISTAKES ? goodbye("421 4.7.0 Too many errors") : response;
    }

    private void nonsense(SmtpSession session) {
        if (session.account() == null) {
            context.guard().strangers().bad(session.place(context.guard()));
        }
    }

    private static boolean isMistake(Response response) {
        return response != null && response.getRetCode().startsWith("50");
    }

    private static String firstWord(byte[] line) {
        String text =
                new String(line, 0, Math.min(line.length, 16), StandardCharsets.US_ASCII).trim();
        int end = text.indexOf(' ');
        return (end < 0 ? text : text.substring(0, end)).toUpperCase(Locale.ROOT);
    }

    private static boolean isCleanLine(byte[] line) {
        int end = line.length - 2;
        if (end < 0 || line[end] != '\r' || line[end + 1] != '\n') {
            return false;
        }
        boolean ascii = true;
        for (int i = 0; i < end; i++) {
            if (line[i] >= 0 && line[i] < 0x20 || line[i] == 0x7f) {
                return false;
            }
            ascii &= line[i] >= 0;
        }
        return ascii || WITH_ADDRESS.contains(firstWord(line)) && isCleanText(line, end);
    }

    /** Well made UTF-8 without the controls of other sets of characters. */
    private static boolean isCleanText(byte[] line, int end) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line, 0, end))
                    .chars()
                    .noneMatch(Character::isISOControl);
        } catch (CharacterCodingException notText) {
            return false;
        }
    }
}
