package org.mailstation.desktop.check;

import java.util.List;
import org.mailstation.check.CheckRun;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Vantage;

/** One place to look from. Several look at the same time. */
public interface Eye {
    Vantage from();

    /**
     * Looks. Runs in a thread of its own, which is interrupted when the person cancels. What cannot
     * be seen is a finding too.
     *
     * @param progress told after each check, from any thread
     */
    List<Finding> look(Sight sight, CheckRun.Listener progress) throws InterruptedException;
}
