package org.mailstation.daemon.status;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mailstation.control.QueueStatus;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.text.Text;

/**
 * Do outgoing letters leave? A server that greylists makes a letter wait for an hour or so; longer
 * is a sign.
 */
final class QueueCheck {
    static final Duration LONG = Duration.ofHours(4);

    /** No family writes so much at once. */
    static final int MANY = 100;

    private QueueCheck() {}

    /**
     * @param causes what other servers said, as evidence
     */
    static Finding check(QueueStatus queue, List<Evidence> causes, Instant now) {
        Instant oldest = queue.oldest();
        List<Evidence> evidence = new ArrayList<>(oldest == null ? List.of() : causes);
        evidence.add(
                new Evidence(
                        Vantage.NAS,
                        "letters on their way out",
                        queue.waiting() + ", oldest " + oldest,
                        now));
        Observation found = new Observation("queue", Hop.DAEMON, evidence);
        String waiting = String.valueOf(queue.waiting());
        if (oldest == null) {
            return found.pass(Text.of("queue.empty"));
        }
        Duration age = Duration.between(oldest, now);
        if (age.compareTo(LONG) < 0 && queue.waiting() > MANY) {
            return found.warn(Severity.WARNING, Text.of("queue.many", waiting), null);
        }
        if (age.compareTo(LONG) < 0) {
            return found.pass(Text.of("queue.waiting", waiting));
        }
        return found.warn(
                Severity.WARNING,
                Text.of("queue.old", waiting, String.valueOf(age.toHours())),
                null);
    }
}
