package org.mailstation.daemon.control;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.mailstation.control.AskChecks;
import org.mailstation.control.Checked;
import org.mailstation.control.Progress;
import org.mailstation.control.StationIdentity;
import org.mailstation.finding.Finding;
import org.mailstation.text.Text;

/** A look that finds what the test wants, or goes on until it is interrupted. */
public final class FakeExamining implements Examining {
    public volatile List<Finding> findings = List.of();
    public volatile boolean endless;
    public volatile AskChecks asked = new AskChecks(List.of());
    public final CountDownLatch interrupted = new CountDownLatch(1);

    @Override
    public StationIdentity identity() {
        return new StationIdentity(3, "", "5a", "192.168.1.5", null, "");
    }

    @Override
    public Checked run(AskChecks request, Consumer<Progress> progress) throws InterruptedException {
        asked = request;
        progress.accept(new Progress(50, Text.of("check.progress", "dns.mx")));
        if (endless) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException end) {
                interrupted.countDown();
                throw end;
            }
        }
        return new Checked(Instant.EPOCH, Instant.EPOCH, identity(), findings);
    }
}
