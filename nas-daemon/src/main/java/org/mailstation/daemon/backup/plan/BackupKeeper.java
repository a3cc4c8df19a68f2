package org.mailstation.daemon.backup.plan;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Backup;
import org.mailstation.config.StationConfig;
import org.mailstation.control.BackupOutcome;
import org.mailstation.control.BackupRequest;
import org.mailstation.control.BackupRequest.Wanted;
import org.mailstation.daemon.apply.Timer;
import org.mailstation.daemon.task.Course;
import org.mailstation.finding.Finding;
import org.mailstation.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a backup made whenever the configuration wants one, and remembers how the last ones went. One
 * that a person has made at the same place counts as well.
 */
public final class BackupKeeper implements AutoCloseable {
    /** How often it is looked at least, since a NAS may sleep and its clock may be set. */
    static final Duration PERIOD = Duration.ofHours(1);

    /** How long to wait after one failure, two, and so on; never longer than between backups. */
    static final List<Duration> PAUSES =
            List.of(
                    Duration.ofMinutes(15),
                    Duration.ofHours(1),
                    Duration.ofHours(4),
                    Duration.ofHours(12),
                    Duration.ofDays(1));

    /** While somebody makes another backup or brings one back. */
    static final Duration BUSY = Duration.ofMinutes(15);

    /** Between two letters it is asked whether the work shall go on. */
    private static final Duration FAREWELL = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(BackupKeeper.class);

    /** Does what is asked for, and returns when it is done. */
    public interface Maker {
        /**
         * @throws CancellationException if nobody wants it any more
         */
        BackupOutcome answer(BackupRequest request, Course course);
    }

    private final Supplier<@Nullable StationConfig> config;
    private final Maker maker;
    private final Path file;
    private final Clock clock;
    private final Timer timer;
    private final Executor threads;
    private final ReentrantLock round = new ReentrantLock();
    private final AtomicInteger working = new AtomicInteger();
    private volatile BackupMemory memory;
    private Timer.@Nullable Pending next;
    private volatile boolean closed;

    /**
     * @param config the running one, or {@code null}
     * @param maker refuses what would be a second one at the same time, as {@code backup.busy}
     * @param file where it remembers
     * @param threads for work that takes hours
     */
    public BackupKeeper(
            Supplier<@Nullable StationConfig> config,
            Maker maker,
            Path file,
            Clock clock,
            Timer timer,
            Executor threads) {
        this.config = config;
        this.maker = maker;
        this.file = file;
        this.clock = clock;
        this.timer = timer;
        this.threads = threads;
        this.memory = BackupMemory.read(file);
    }

    /** From now on; also to be called when the configuration has changed. */
    public void wake() {
        threads.execute(this::look);
    }

    /**
     * Does what a person asks for. Without a place, it is the one that the configuration names, and
     * as many backups are kept there as it says.
     *
     * @throws CancellationException if nobody wants it any more
     */
    public BackupOutcome answer(BackupRequest request, Course course) {
        Backup wanted = wanted();
        if (request.wanted() == Wanted.PLAN) {
            return plan();
        }
        if (request.place().isEmpty() && wanted.to().isEmpty()) {
            return new BackupOutcome.Refused(Text.of("backup.nowhere"));
        }
        BackupRequest whole = request.place().isEmpty() ? filled(request, wanted) : request;
        return whole.wanted() == Wanted.MAKE && whole.place().equals(wanted.to())
                ? make(whole, wanted, course)
                : maker.answer(whole, course);
    }

    private static BackupRequest filled(BackupRequest request, Backup wanted) {
        return new BackupRequest(
                request.wanted(),
                wanted.to(),
                request.at(),
                request.keep() == 0 ? wanted.keep() : request.keep(),
                request.fingerprint(),
                request.passphrase());
    }

    /** How it goes; asks nobody. */
    public BackupOutcome.Plan plan() {
        Backup wanted = wanted();
        BackupMemory known = known(wanted);
        return new BackupOutcome.Plan(
                wanted.to(),
                wanted.every(),
                wanted.keep(),
                working.get() > 0,
                known.last(),
                wanted.to().isEmpty() ? null : due(wanted, known, clock.instant()),
                known.missing(),
                known.failures(),
                known.failed(),
                known.reason());
    }

    /** What is known of the backups, without looking at them. */
    public List<Finding> findings() {
        return List.of(BackupFinding.of(plan(), clock.instant()));
    }

    private Backup wanted() {
        StationConfig running = config.get();
        return running == null ? Backup.NONE : running.backup();
    }

    private BackupMemory known(Backup wanted) {
        BackupMemory known = memory;
        return known.to().equals(wanted.to()) ? known : BackupMemory.fresh(wanted.to());
    }

    /** When the next one is to begin; now, if none is known. */
    private Instant due(Backup wanted, BackupMemory known, Instant now) {
        Instant last = known.last();
        // a date to come is that of a clock that was wrong
        Instant due = last == null || last.isAfter(now) ? now : last.plus(wanted.period());
        Instant notBefore = known.notBefore();
        return notBefore != null && notBefore.isAfter(due) ? notBefore : due;
    }

    private void look() {
        round.lock();
        try {
            if (closed) {
                return;
            }
            if (next != null) {
                next.cancel();
            }
            Backup wanted = wanted();
            if (!wanted.to().isEmpty() && isDue(wanted)) {
                LOG.info("A backup is due");
                makeQuietly(wanted);
            }
            if (!closed) {
                next = timer.after(pause(), this::wake);
            }
        } finally {
            round.unlock();
        }
    }

    private boolean isDue(Backup wanted) {
        Instant now = clock.instant();
        return !now.isBefore(due(wanted, known(wanted), now));
    }

    private void makeQuietly(Backup wanted) {
        try {
            make(
                    new BackupRequest(Wanted.MAKE, wanted.to(), "", wanted.keep(), "", null),
                    wanted,
                    new Course(_ -> {}, () -> closed));
        } catch (CancellationException ending) {
            LOG.info("The backup goes on with the next start");
        } catch (RuntimeException surprise) {
            LOG.error("A backup could not be made", surprise);
            failed(wanted, Text.of("backup.failed", surprise.toString()));
        }
    }

    private BackupOutcome make(BackupRequest request, Backup wanted, Course course) {
        working.incrementAndGet();
        try {
            BackupOutcome outcome = maker.answer(request, course);
            switch (outcome) {
                case BackupOutcome.Made made ->
                        remember(BackupMemory.good(wanted.to(), made.date(), made.missing()));
                case BackupOutcome.Refused(Text reason) when reason.key().equals("backup.busy") ->
                        busy(wanted);
                case BackupOutcome.Refused(Text reason) -> failed(wanted, reason);
                case BackupOutcome.Listed _,
                        BackupOutcome.Verified _,
                        BackupOutcome.Keys _,
                        BackupOutcome.Plan _ ->
                        throw new IllegalStateException("asked for a backup, was given " + outcome);
            }
            return outcome;
        } finally {
            working.decrementAndGet();
        }
    }

    private synchronized void busy(Backup wanted) {
        remember(known(wanted).waitingUntil(clock.instant().plus(BUSY)));
    }

    private synchronized void failed(Backup wanted, Text reason) {
        BackupMemory known = known(wanted);
        Duration pause = PAUSES.get(Math.min(known.failures(), PAUSES.size() - 1));
        Duration period = wanted.period();
        Instant now = clock.instant();
        remember(known.after(now, reason, now.plus(pause.compareTo(period) < 0 ? pause : period)));
    }

    private synchronized void remember(BackupMemory now) {
        memory = now;
        now.write(file);
    }

    private Duration pause() {
        Backup wanted = wanted();
        if (wanted.to().isEmpty()) {
            return PERIOD;
        }
        Instant now = clock.instant();
        Duration until = Duration.between(now, due(wanted, known(wanted), now));
        return until.compareTo(PERIOD) > 0 ? PERIOD : until.isNegative() ? Duration.ZERO : until;
    }

    /** Waits until the one that is being made has noticed, as its letters are still being read. */
    @Override
    public void close() {
        closed = true;
        try {
            if (!round.tryLock(FAREWELL.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("A backup has not ended in time");
                return;
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            if (next != null) {
                next.cancel();
            }
        } finally {
            round.unlock();
        }
    }
}
