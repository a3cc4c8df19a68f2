package org.mailstation.desktop.check;

import java.time.Clock;
import java.util.List;
import org.mailstation.check.CheckRun;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.Cancelled;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Vantage;

/** Lets the NAS look. */
record NasEye(Station station, Cancellation cancellation, Clock clock) implements Eye {
    @Override
    public Vantage from() {
        return Vantage.NAS;
    }

    @Override
    public List<Finding> look(Sight sight, CheckRun.Listener progress) throws InterruptedException {
        try {
            return station.check(
                            sight.wanted().only(),
                            step -> progress.done(step.step().words(), step.percent(), 100),
                            cancellation)
                    .findings();
        } catch (FailureException lost) {
            if (lost.failure() instanceof Cancelled) {
                throw new InterruptedException();
            }
            Finding finding = Unanswered.finding(lost.failure(), clock.instant());
            if (finding == null) {
                throw new IllegalStateException(lost);
            }
            return List.of(finding);
        }
    }
}
