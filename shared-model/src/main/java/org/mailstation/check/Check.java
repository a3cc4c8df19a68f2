package org.mailstation.check;

import java.util.List;
import java.util.Set;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Vantage;

/** One question about the station. */
public interface Check {
    /** Stable name, for example {@code dns.mx}. Findings have it, alone or followed by a colon. */
    String name();

    /** What it is about. */
    Hop hop();

    /** Where one must stand to ask. */
    Set<Vantage> from();

    /**
     * Asks. Runs in a thread of its own, which is interrupted when the time is up or the person
     * cancels.
     */
    List<Finding> look(Scene scene) throws InterruptedException;
}
