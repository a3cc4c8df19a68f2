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
 * Looks at everything as often as is configured, also at what only others can tell: name servers,
 * block lists, the line. While something is wrong it looks every hour; who looks by hand saves it a
 * look.
 */
public final class WholeLook implements Examining, AutoCloseable {
    static final Duration SOON = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(WholeLook.class);

    private final Examining examining;
    private final Supplier<List<Finding>> itself;
    private final Supplier<@Nullable Duration> every;
    private final Clock clock;
    private final Timer timer;
    private volatile List<Finding> findings = List.of();
    private volatile @Nullable Instant at;

    /** Whether it has looked by itself yet. */
    private volatile boolean looked;

    private Timer.@Nullable Pending pending;
    private @Nullable Instant next;

    /** Since when it is waited for the next one; {@code null}: it is not. */
    private @Nullable Instant since;

    /**
     * @param examining does the looking
     * @param itself what is looked at all the time, and therefore not kept here
     * @param every how often; {@code null}: not by itself
     */
    public WholeLook(
            Examining examining,
            Supplier<List<Finding>> itself,
            Supplier<@Nullable Duration> every,
            Clock clock,
            Timer timer) {
        this.examining = examining;
        this.itself = itself;
        this.every = every;
        this.clock = clock;
        this.timer = timer;
    }

    /**
     * The first look comes an hour after the start: after a power cut all of a home begins anew.
     */
    public synchronized void start() {
        since = clock.instant();
        plan();
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

    /** When it looks again by itself; {@code null}: not at all. */
    synchronized @Nullable Instant next() {
        return next;
    }

    private void onTime() {
        try {
            look(_ -> {});
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        } catch (RuntimeException surprise) {
            LOG.error("The station could not look at everything", surprise);
        }
        waitAnew();
    }

    /** Looks as it does by itself. */
    void look(Consumer<Progress> progress) throws InterruptedException {
        Checked _ = run(new AskChecks(List.of()), progress);
        looked = true;
    }

    private synchronized void waitAnew() {
        if (since != null) {
            since = clock.instant();
            plan();
        }
    }

    /** Looks when it is time by what is configured now. */
    public synchronized void plan() {
        if (since == null) {
            return;
        }
        if (pending != null) {
            pending.cancel();
        }
        Duration usual = every.get();
        if (usual == null) {
            pending = null;
            next = null;
            return;
        }
        boolean soon = at == null || findings.stream().anyMatch(Troubles::isTrouble);
        Duration pause = soon && usual.compareTo(SOON) > 0 ? SOON : usual;
        Instant now = clock.instant();
        Instant due = since.plus(pause);
        next = due.isBefore(now) ? now : due;
        pending = timer.after(Duration.between(now, next), this::onTime);
    }

    @Override
    public Checked run(AskChecks request, Consumer<Progress> progress) throws InterruptedException {
        Checked checked = examining.run(request, progress);
        if (request.only().isEmpty()) {
            Set<String> own = itself.get().stream().map(Finding::check).collect(Collectors.toSet());
            findings =
                    checked.findings().stream().filter(one -> !own.contains(one.check())).toList();
            at = clock.instant();
            waitAnew();
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
        since = null;
        if (pending != null) {
            pending.cancel();
        }
    }
}
