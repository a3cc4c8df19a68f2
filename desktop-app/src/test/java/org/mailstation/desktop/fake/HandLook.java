package org.mailstation.desktop.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mailstation.check.Selection;
import org.mailstation.control.Progress;
import org.mailstation.desktop.check.Look;
import org.mailstation.desktop.check.Visit;
import org.mailstation.desktop.remote.Nas;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.Failure;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.diagnosis.CheckReport;
import org.mailstation.diagnosis.View;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Vantage;
import org.mailstation.text.Text;

/** Looks that find what a test wants, and judge it as the real one does. */
public final class HandLook implements Look {
    public static final Instant WHEN = Instant.parse("2026-05-07T09:41:30Z");

    public volatile Instant when = WHEN;
    public volatile List<Finding> findings = List.of();
    public volatile @Nullable Gate gate;
    public volatile @Nullable Failure failure;
    public final List<Selection> asked = new ArrayList<>();

    @Override
    public CheckReport run(
            Visit visit, Selection wanted, Consumer<Progress> progress, Cancellation cancellation)
            throws FailureException {
        try (Nas nas = visit.signIn()) {
            synchronized (asked) {
                asked.add(wanted);
            }
            progress.accept(new Progress(40, Text.of("check.progress", "dns.mx")));
            Gate closed = gate;
            if (closed != null) {
                closed.pass(cancellation);
            }
            Failure instead = failure;
            if (instead != null) {
                throw new FailureException(instead);
            }
            List<Finding> found =
                    findings.stream().filter(one -> wanted.wants(one.check())).toList();
            return CheckReport.of(when, when, List.of(new View(Vantage.NAS, found)));
        }
    }
}
