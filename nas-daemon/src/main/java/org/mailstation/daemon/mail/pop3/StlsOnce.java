package org.mailstation.daemon.mail.pop3;

import java.util.Set;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.protocols.pop3.POP3Session;
import org.apache.james.protocols.pop3.core.StlsCmdHandler;

/** {@code STLS} that is no longer offered when TLS is there already (RFC 2595 4). */
final class StlsOnce extends StlsCmdHandler {
    StlsOnce(MetricFactory metrics) {
        super(metrics);
    }

    @Override
    public Set<String> getImplementedCapabilities(POP3Session session) {
        return session.isTLSStarted() ? Set.of() : super.getImplementedCapabilities(session);
    }
}
