package org.mailstation.daemon.mail.smtp;

import java.util.Collection;
import java.util.List;
import org.apache.james.protocols.api.Request;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.api.handler.CommandHandler;
import org.apache.james.protocols.smtp.SMTPSession;

/** The answer to one verb, in the form that James's dispatcher calls. */
abstract class SmtpCommand implements CommandHandler<SMTPSession> {
    private final List<String> verbs;

    SmtpCommand(String... verbs) {
        this.verbs = List.of(verbs);
    }

    @Override
    public final Collection<String> getImplCommands() {
        return verbs;
    }

    @Override
    public final Response onCommand(SMTPSession session, Request request) {
        String argument = request.getArgument();
        return answer(
                (SmtpSession) session,
                request.getCommand(),
                argument == null ? "" : argument.trim());
    }

    /**
     * @param argument what follows the verb, empty if nothing does; printable ASCII, in paths also
     *     letters beyond it (RFC 6531)
     */
    abstract Response answer(SmtpSession session, String verb, String argument);
}
