package org.mailstation.desktop.check;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailstation.check.real.Portrait;
import org.mailstation.desktop.ssh.SshTarget;
import org.mailstation.finding.Evidence;
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
     * @param line the home's address when this computer was last there; empty: not known
     * @return what to say about the NAS then, or {@code null} if this computer is at home
     */
    @Nullable Finding away(Portrait station, String line, Finding failure)
            throws InterruptedException;

    /** Where this computer is, as far as it can tell. Takes some seconds. */
    Whereabouts whereabouts(Portrait station, String line) throws InterruptedException;

    /**
     * Where a computer is.
     *
     * @param home whether it is in the NAS's network, or behind the same address on the Internet
     * @param here its address on the Internet, or in the network of the home; {@code ?}: not known
     * @param published where the station's name leads; empty: nowhere
     * @param evidence who said so
     */
    record Whereabouts(boolean home, String here, String published, List<Evidence> evidence) {
        public Whereabouts {
            evidence = List.copyOf(evidence);
        }
    }

    /** Looks for the NAS at home by its host key; what to say about it. Takes some seconds. */
    Finding search(SshTarget target, Finding failure) throws InterruptedException;

    /** Whether it is worth looking closer. */
    static boolean worthIt(Finding failure) {
        return MAY_BE_ELSEWHERE.contains(failure.sentence().key());
    }
}
