package org.mailstation.daemon.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.AskChecks;
import org.mailstation.control.AskLetter;
import org.mailstation.control.Checked;
import org.mailstation.control.Progress;
import org.mailstation.control.StationIdentity;
import org.mailstation.daemon.apply.Timer;
import org.mailstation.daemon.control.Examining;
import org.mailstation.finding.Finding;
import org.mailstation.records.ComparedRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at everything four times a day, also at what only others can tell: name servers, block
 * lists, the line. While something is wrong it looks every hour; who looks by hand saves it a look.
 */
public final class WholeLook implements Examining, AutoCloseable {
    static final Duration PERIOD = Duration.ofHours(6);
    static final Duration SOON = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(WholeLook.class);

    private final Examining examining;
    private final Supplier<List<Finding>> itself;
    private final Clock clock;
    private final Timer timer;
    private volatile List<Finding> findings = List.of();
    private volatile @Nullable Instant at;

    /** Whether it has looked by itself yet. */
    private volatile boolean looked;

    private Timer.@Nullable Pending next;
    private boolean closed;

    /**
     * @param examining does the looking
     * @param itself what is looked at all the time, and therefore not kept here
     */
    public WholeLook(
            Examining examining, Supplier<List<Finding>> itself, Clock clock, Timer timer) {
        this.examining = examining;
        this.itself = itself;
        this.clock = clock;
        this.timer = timer;
    }

    /**
     * The first look comes an hour after the start: after a power cut all of a home begins anew.
     */
    public synchronized void start() {
        again(SOON);
    }

    /** What was found last that is not looked at all the time; none before the first look. */
    List<Finding> findings() {
        return findings;
    }

    /** Of that, what is wrong and was seen without being asked for: for whoever asks how it is. */
    public List<Finding> shown() {
        return looked ? findings.stream().filter(Troubles::isTrouble).toList() : List.of();
    }

    @Nullable Instant at() {
        return at;
    }

    private void look() {
        try {
            looked = true;
            run(new AskChecks(List.of()), _ -> {});
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        } catch (RuntimeException surprise) {
            LOG.error("The station could not look at everything", surprise);
        }
        plan();
    }

    private synchronized void plan() {
        if (next != null) {
            next.cancel();
            again(findings.stream().anyMatch(Troubles::isTrouble) ? SOON : PERIOD);
        }
    }

    private void again(Duration pause) {
        if (!closed) {
            next = timer.after(pause, this::look);
        }
    }

    @Override
    public Checked run(AskChecks request, Consumer<Progress> progress) throws InterruptedException {
        Checked checked = examining.run(request, progress);
        if (request.only().isEmpty()) {
            Set<String> own = itself.get().stream().map(Finding::check).collect(Collectors.toSet());
            findings =
                    checked.findings().stream().filter(one -> !own.contains(one.check())).toList();
            at = clock.instant();
            plan();
        }
        return checked;
    }

    @Override
    public StationIdentity identity() {
        return examining.identity();
    }

    @Override
    public ComparedRecords records() throws InterruptedException {
        return examining.records();
    }

    @Override
    public Checked letter(AskLetter request) throws InterruptedException {
        return examining.letter(request);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (next != null) {
            next.cancel();
        }
    }
}
