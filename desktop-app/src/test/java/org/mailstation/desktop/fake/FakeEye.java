package org.mailstation.desktop.fake;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.mailstation.check.CheckRun;
import org.mailstation.desktop.check.Eye;
import org.mailstation.desktop.check.Sight;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Vantage;

/** Sees what the test wants. */
public final class FakeEye implements Eye {
    public volatile Vantage from = Vantage.PC;
    public volatile List<Finding> findings = List.of();
    public volatile @Nullable Sight seen;

    /** Looks until it is interrupted. */
    public volatile boolean endless;

    public final CountDownLatch looking = new CountDownLatch(1);

    @Override
    public Vantage from() {
        return from;
    }

    @Override
    public List<Finding> look(Sight sight, CheckRun.Listener progress) throws InterruptedException {
        seen = sight;
        progress.done("home", 1, 2);
        looking.countDown();
        if (endless) {
            new CountDownLatch(1).await();
        }
        return findings;
    }
}
