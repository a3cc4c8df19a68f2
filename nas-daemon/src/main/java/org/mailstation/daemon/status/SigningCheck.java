package org.mailstation.daemon.status;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.SigningStatus;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;

/** Are letters signed? Whether others can prove it is asked elsewhere: that takes the DNS. */
final class SigningCheck {
    private SigningCheck() {}

    /**
     * @param keys {@code null}: they cannot be read or written
     */
    static Finding check(@Nullable SigningStatus keys, Instant now) {
        String answer = keys == null ? "none can be used" : keys.current().selector();
        Observation found =
                Observation.onNas("signing", Hop.DAEMON, "key of the signatures", answer, now);
        return keys == null
                ? found.warn(Severity.WARNING, Text.of("signing.broken"), null)
                : found.pass(Text.of("signing.ok", keys.current().selector()));
    }
}
