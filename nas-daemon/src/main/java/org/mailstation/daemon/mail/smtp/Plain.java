package org.mailstation.daemon.mail.smtp;

import static org.mailstation.daemon.mail.smtp.Replies.goodbye;
import static org.mailstation.daemon.mail.smtp.Replies.reply;

import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.api.handler.UnknownCommandHandler;

/**
 * The verbs with a fixed answer. VRFY and EXPN tell nothing about who lives here (RFC 5321 7.3).
 */
final class Plain extends SmtpCommand {
    Plain() {
        super(
                "NOOP",
                "RSET",
                "QUIT",
                "HELP",
                "VRFY",
                "EXPN",
                UnknownCommandHandler.COMMAND_IDENTIFIER);
    }

    @Override
    Response answer(SmtpSession session, String verb, String argument) {
        return switch (verb) {
            case "NOOP" -> reply("250 2.0.0 Ok");
            case "RSET" -> {
                session.forgetTransaction();
                yield reply("250 2.0.0 Ok");
            }
            case "QUIT" -> goodbye("221 2.0.0 Goodbye");
            case "HELP" -> reply("214 2.0.0 See RFC 5321");
            case "VRFY" -> reply("252 2.5.1 Send some mail, it will be tried");
            case "EXPN" -> reply("502 5.5.1 Not here");
            default -> reply("500 5.5.1 Unknown command");
        };
    }
}
