package org.mailstation.check;

import java.util.List;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;

/**
 * Does the mail service run? Whoever wants to ask it finds that out first, so this is no check that
 * runs beside the others.
 */
public final class DaemonAlive {
    private static final String NAME = "daemon";

    private DaemonAlive() {}

    /**
     * It is installed, but does not run.
     *
     * @param starter with what that NAS starts it
     */
    public static Finding stopped(Evidence evidence, Starter starter) {
        return seen(evidence)
                .fail(
                        Severity.CRITICAL,
                        Text.of("daemon.stopped"),
                        new Remedy.RunOnNas(
                                Text.of(
                                        starter == Starter.UNKNOWN
                                                ? "daemon.stopped.remedy.assistant"
                                                : "daemon.stopped.remedy"),
                                starter.command()));
    }

    /** It is not there. */
    public static Finding missing(Evidence evidence) {
        return seen(evidence)
                .fail(
                        Severity.CRITICAL,
                        Text.of("daemon.missing"),
                        new Remedy.RunOnNas(Text.of("daemon.missing.remedy"), ""));
    }

    /**
     * It is there, but gave no answer that could be used.
     *
     * @param why in a sentence
     */
    public static Finding mute(Evidence evidence, Text why) {
        return seen(evidence).unknown(Severity.ERROR, why);
    }

    private static Observation seen(Evidence evidence) {
        return new Observation(NAME, Hop.DAEMON, List.of(evidence));
    }
}
