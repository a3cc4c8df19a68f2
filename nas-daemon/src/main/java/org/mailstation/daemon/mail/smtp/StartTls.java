package org.mailstation.daemon.mail.smtp;

import static org.mailstation.daemon.mail.smtp.Replies.reply;

import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.smtp.SMTPStartTlsResponse;

/** {@code STARTTLS} (RFC 3207). */
final class StartTls extends SmtpCommand {
    StartTls() {
        super("STARTTLS");
    }

    @Override
    Response answer(SmtpSession session, String verb, String argument) {
        if (session.isTLSStarted()) {
            return reply("503 5.5.1 This connection is encrypted already");
        }
        if (!argument.isEmpty()) {
            return reply("501 5.5.4 STARTTLS takes no parameter");
        }
        session.forgetGreeting();
        return new SMTPStartTlsResponse("220", "2.0.0 Go ahead");
    }
}
