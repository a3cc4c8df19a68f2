package org.mailstation.daemon.mail.smtp;

import static org.mailstation.daemon.mail.smtp.Replies.reply;

import org.apache.james.protocols.api.Response;

/** {@code DATA} (RFC 5321 4.1.1.4). */
final class Data extends SmtpCommand {
    private final SmtpContext context;

    Data(SmtpContext context) {
        super("DATA");
        this.context = context;
    }

    @Override
    Response answer(SmtpSession session, String verb, String argument) {
        if (!argument.isEmpty()) {
            return reply("501 5.5.4 DATA takes no parameter");
        }
        if (!session.inTransaction()) {
            return reply("503 5.5.1 Say MAIL first");
        }
        if (session.recipientCount() == 0) {
            return reply("554 5.5.1 No valid recipients");
        }
        if (!context.hasRoomFor(0)) {
            return reply("452 4.3.1 The disk is full, please try again later");
        }
        LetterReader reader = new LetterReader(context, session);
        session.reading(reader);
        session.pushLineHandler(reader);
        return reply("354 Go ahead, end with a line of one dot");
    }
}
