package org.mailstation.desktop.fake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.report.Gathered;
import org.mailstation.desktop.report.Reporting;
import org.mailstation.desktop.report.Steps;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.Failure;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.text.Text;

/** Gathers what a test wants a report to be made of. */
public final class HandGatherer implements Reporting.Source {
    public volatile Gathered gathered = Told.usual();
    public volatile @Nullable Gate gate;
    public volatile @Nullable Failure failure;
    public volatile int asked;

    @Override
    public Gathered gather(Steps steps, Cancellation cancellation) throws FailureException {
        asked++;
        steps.at(Gathered.Part.LOOK, 40, Text.of("check.progress", "dns.mx"));
        steps.at(Gathered.Part.STATION, 72, Text.of("report.asking.station"));
        Gate closed = gate;
        if (closed != null) {
            closed.pass(cancellation);
        }
        Failure instead = failure;
        if (instead != null) {
            throw new FailureException(instead);
        }
        List.of(Gathered.Part.values())
                .subList(2, Gathered.Part.values().length)
                .forEach(part -> steps.at(part, 90, Text.of("report.asking.log")));
        return gathered;
    }
}
