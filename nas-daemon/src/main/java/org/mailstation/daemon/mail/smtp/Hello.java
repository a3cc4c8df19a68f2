package org.mailstation.daemon.mail.smtp;

import static org.mailstation.daemon.mail.smtp.Replies.reply;

import java.util.Locale;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.smtp.SMTPResponse;

/** {@code HELO} and {@code EHLO} (RFC 5321 4.1.1.1). */
final class Hello extends SmtpCommand {
    private static final int LONGEST_NAME = 255;

    private final SmtpContext context;
    private final SmtpRole role;

    Hello(SmtpContext context, SmtpRole role) {
        super("HELO", "EHLO");
        this.context = context;
        this.role = role;
    }

    @Override
    Response answer(SmtpSession session, String verb, String argument) {
        // many honest clients give odd names; what matters is that the name can stand in a header
        if (argument.length() > LONGEST_NAME || !argument.matches("[A-Za-z0-9._:\\[\\]-]+")) {
            return reply(
                    "501 5.5.4 Say who you are: "
                            + verb.toUpperCase(Locale.ROOT)
                            + " your.host.name");
        }
        boolean extended = verb.equalsIgnoreCase("EHLO");
        session.greeted(argument, extended);
        String host = context.config().get().hostName();
        SMTPResponse response =
                new SMTPResponse("250", host + (extended ? " at your service" : ""));
        if (extended) {
            response.appendLine("PIPELINING");
            response.appendLine("8BITMIME");
            response.appendLine("SMTPUTF8");
            response.appendLine("DSN");
            response.appendLine("ENHANCEDSTATUSCODES");
            response.appendLine("SIZE " + context.largestLetter());
            if (!session.isTLSStarted() && session.isStartTLSSupported()) {
                response.appendLine("STARTTLS");
            }
            if (role == SmtpRole.SUBMISSION && session.isTLSStarted()) {
                response.appendLine("AUTH PLAIN LOGIN");
            }
        }
        return response;
    }
}
