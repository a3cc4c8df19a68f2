package org.mailstation.desktop.check;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailstation.check.real.Portrait;
import org.mailstation.desktop.ssh.SshTarget;
import org.mailstation.finding.Finding;

/** Why the NAS does not answer where it used to. */
public interface Absence {
    /** The sentences of those failures that may only mean that it is elsewhere. */
    Set<String> MAY_BE_ELSEWHERE =
            Set.of(
                    "ssh.timed-out",
                    "ssh.no-route",
                    "ssh.unknown-host",
                    "ssh.refused",
                    "ssh.host-key-changed");

    /**
     * Whether it is this computer that is not at home. Takes some seconds.
     *
     * @return what to say about the NAS then, or {@code null} if this computer is at home
     */
    @Nullable Finding away(Portrait station, Finding failure) throws InterruptedException;

    /** Looks for the NAS at home by its host key; what to say about it. Takes some seconds. */
    Finding search(SshTarget target, Finding failure) throws InterruptedException;

    /** Whether it is worth looking closer. */
    static boolean worthIt(Finding failure) {
        return MAY_BE_ELSEWHERE.contains(failure.sentence().key());
    }
}
