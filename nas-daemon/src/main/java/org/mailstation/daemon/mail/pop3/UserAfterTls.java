package org.mailstation.daemon.mail.pop3;

import java.util.Set;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.protocols.api.Request;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.pop3.POP3Response;
import org.apache.james.protocols.pop3.POP3Session;
import org.apache.james.protocols.pop3.core.UserCmdHandler;

/**
 * {@code USER} that neither shows nor works before TLS, so that {@code PASS} is never reached in
 * clear (RFC 2595 2.1).
 */
final class UserAfterTls extends UserCmdHandler {
    UserAfterTls(MetricFactory metrics) {
        super(metrics);
    }

    @Override
    public Response onCommand(POP3Session session, Request request) {
        return session.isTLSStarted()
                ? super.onCommand(session, request)
                : new POP3Response(POP3Response.ERR_RESPONSE, "Say STLS first");
    }

    @Override
    public Set<String> getImplementedCapabilities(POP3Session session) {
        return session.isTLSStarted() ? super.getImplementedCapabilities(session) : Set.of();
    }
}
