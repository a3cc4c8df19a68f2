package org.mailstation.daemon.control;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.mailstation.control.AskChecks;
import org.mailstation.control.AskLetter;
import org.mailstation.control.Checked;
import org.mailstation.control.Progress;
import org.mailstation.control.StationIdentity;
import org.mailstation.finding.Finding;
import org.mailstation.records.ComparedRecords;
import org.mailstation.text.Text;

/** A look that finds what the test wants, or goes on until it is interrupted. */
public final class FakeExamining implements Examining {
    public volatile List<Finding> findings = List.of();
    public volatile ComparedRecords records = new ComparedRecords(List.of(), List.of());
    public volatile boolean endless;
    public volatile AskChecks asked = new AskChecks(List.of());
    public volatile AskLetter letter = new AskLetter("", "", false);
    public final CountDownLatch waiting = new CountDownLatch(1);
    public final CountDownLatch interrupted = new CountDownLatch(1);

    @Override
    public StationIdentity identity() {
        return new StationIdentity(3, "", "5a", "192.168.1.5", null, "");
    }

    @Override
    public ComparedRecords records() throws InterruptedException {
        waitIfEndless();
        return records;
    }

    @Override
    public Checked run(AskChecks request, Consumer<Progress> progress) throws InterruptedException {
        asked = request;
        progress.accept(new Progress(50, Text.of("check.progress", "dns.mx")));
        waitIfEndless();
        return new Checked(Instant.EPOCH, Instant.EPOCH, identity(), findings);
    }

    @Override
    public Checked letter(AskLetter request) throws InterruptedException {
        letter = request;
        waitIfEndless();
        return new Checked(Instant.EPOCH, Instant.EPOCH, identity(), findings);
    }

    private void waitIfEndless() throws InterruptedException {
        if (endless) {
            waiting.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException end) {
                interrupted.countDown();
                throw end;
            }
        }
    }
}
