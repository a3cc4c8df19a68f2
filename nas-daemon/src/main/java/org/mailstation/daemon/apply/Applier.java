package org.mailstation.daemon.apply;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Parsed;
import org.mailstation.config.StationConfig;
import org.mailstation.control.ApplyOutcome;
import org.mailstation.control.ApplyRequest;
import org.mailstation.control.ConfirmOutcome;
import org.mailstation.control.ConfirmRequest;
import org.mailstation.control.Probation;
import org.mailstation.control.Progress;
import org.mailstation.control.StationEvent;
import org.mailstation.daemon.state.ConfigStore;
import org.mailstation.daemon.state.Revision;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;
import org.mailstation.finding.Severity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the services from one configuration to the next. Either the new one runs and is checked,
 * or the previous one runs again. One apply at a time.
 */
public final class Applier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Applier.class);

    /**
     * A port that is taken at start may be free a little later, for example when another mail
     * server is just being removed.
     */
    static final Duration RETRY = Duration.ofSeconds(30);

    private final ConfigStore store;
    private final Services services;
    private final Function<String, Parsed<StationConfig>> reader;
    private final SelfCheck selfCheck;
    private final Clock clock;
    private final Timer timer;
    private final Consumer<StationEvent> events;
    private final Troubles troubles;

    private final ReentrantLock lock = new ReentrantLock();
    private volatile State state = new State(null, null, List.of());
    private Timer.@Nullable Pending pendingRollBack;
    private Timer.@Nullable Pending pendingRetry;

    /**
     * @param findings what is wrong with the running revision, for the status; empty if nothing is
     */
    private record State(
            @Nullable Revision running, @Nullable Trial trial, List<Finding> findings) {}

    /**
     * @param before what runs again if nobody confirms
     */
    private record Trial(@Nullable Revision before, Probation probation) {}

    public Applier(
            ConfigStore store,
            Services services,
            Function<String, Parsed<StationConfig>> reader,
            SelfCheck selfCheck,
            Clock clock,
            Timer timer,
            Consumer<StationEvent> events) {
        this.store = store;
        this.services = services;
        this.reader = reader;
        this.selfCheck = selfCheck;
        this.clock = clock;
        this.timer = timer;
        this.events = events;
        this.troubles = new Troubles(clock);
    }

    /**
     * Runs the configuration that was kept last. If services do not come up, those that do keep
     * running, {@link #findings} says what is wrong, and it is tried again from time to time.
     */
    public void start() throws IOException {
        lock.lock();
        try {
            Revision kept = store.load();
            if (kept != null) {
                run(kept);
            }
        } finally {
            lock.unlock();
        }
    }

    /** The running revision, kept or on probation; {@code null} if none was ever applied. */
    public @Nullable Revision running() {
        return state.running();
    }

    /** The revision that waits for its confirmation, or {@code null}. */
    public @Nullable Probation probation() {
        Trial trial = state.trial();
        return trial == null ? null : trial.probation();
    }

    /** What the last switch left wrong; empty if the running revision came up. */
    public List<Finding> findings() {
        return state.findings();
    }

    public ApplyOutcome apply(ApplyRequest request, Consumer<Progress> progress) {
        if (!lock.tryLock()) {
            return new ApplyOutcome.Busy();
        }
        try {
            if (state.trial() != null) {
                return new ApplyOutcome.Busy();
            }
            return switch (reader.apply(request.toml())) {
                case Parsed.Invalid<StationConfig>(var problems) ->
                        new ApplyOutcome.Rejected(problems);
                case Parsed.Valid<StationConfig>(var config) ->
                        request.baseRevision() == number(state.running())
                                ? stage(request, config, new Steps(progress))
                                : new ApplyOutcome.Stale(number(state.running()));
            };
        } finally {
            lock.unlock();
        }
    }

    /** Keeps the revision on probation. */
    public ConfirmOutcome confirm(ConfirmRequest request) throws IOException {
        lock.lock();
        try {
            Trial trial = state.trial();
            Revision running = state.running();
            if (trial == null || running == null || running.number() != request.revision()) {
                return new ConfirmOutcome.NothingPending(number(running));
            }
            store.keep(running.number());
            state = new State(running, null, state.findings());
            pendingRollBack = cancel(pendingRollBack);
            LOG.info("Revision {} is confirmed", running.number());
            return new ConfirmOutcome.Confirmed(running.number());
        } finally {
            lock.unlock();
        }
    }

    /**
     * Ends the waiting for confirmations. A revision that is still on probation is rolled back at
     * the next start.
     */
    @Override
    public void close() {
        lock.lock();
        try {
            pendingRollBack = cancel(pendingRollBack);
            pendingRetry = cancel(pendingRetry);
        } finally {
            lock.unlock();
        }
    }

    private ApplyOutcome stage(ApplyRequest request, StationConfig config, Steps steps) {
        steps.at(5, "apply.step.save");
        Revision next;
        try {
            next = new Revision(store.stage(request.toml()), request.toml(), config);
        } catch (IOException diskFull) {
            LOG.warn("The new configuration cannot be saved", diskFull);
            return new ApplyOutcome.RolledBack(
                    number(state.running()), List.of(troubles.notSaved(diskFull)));
        }
        LOG.info("Applying revision {}", next.number());
        List<Finding> findings = new ArrayList<>(switchTo(config, steps));
        if (findings.isEmpty()) {
            steps.at(75, "apply.step.check");
            findings.addAll(selfCheck.check(services.listeners(), services.certificate()));
        }
        if (Health.of(findings) != Health.BROKEN) {
            findings.addAll(settle(next, request.probationSeconds()));
        }
        if (Health.of(findings) == Health.BROKEN) {
            steps.at(90, "apply.step.back");
            return takeBack(next, state.running(), findings);
        }
        steps.at(100, "apply.step.done");
        events.accept(new StationEvent.ConfigurationChanged(clock.instant(), next.number()));
        return new ApplyOutcome.Applied(next.number(), probation(), findings);
    }

    /** What prevented it; empty if the services follow this configuration now. */
    private List<Finding> switchTo(StationConfig config, Steps steps) {
        try {
            services.switchTo(config, steps::switching);
            return List.of();
        } catch (ServicesException failure) {
            LOG.warn("Services did not come up: {}", failure.problems());
            return troubles.of(failure, Severity.ERROR);
        } catch (RuntimeException surprise) {
            LOG.error("Services did not come up", surprise);
            return List.of(troubles.surprise(surprise));
        }
    }

    /** Keeps the new revision, or puts it on probation. */
    private List<Finding> settle(Revision next, int probationSeconds) {
        pendingRetry = cancel(pendingRetry);
        if (probationSeconds > 0) {
            Duration time = Duration.ofSeconds(probationSeconds);
            Probation probation = new Probation(next.number(), clock.instant().plus(time));
            state = new State(next, new Trial(state.running(), probation), List.of());
            pendingRollBack = timer.after(time, () -> notConfirmed(next));
            return List.of();
        }
        try {
            store.keep(next.number());
            state = new State(next, null, List.of());
            return List.of();
        } catch (IOException diskFull) {
            LOG.warn("Revision {} cannot be kept", next.number(), diskFull);
            return List.of(troubles.notSaved(diskFull));
        }
    }

    private void notConfirmed(Revision revision) {
        lock.lock();
        try {
            Trial trial = state.trial();
            if (trial == null || trial.probation().revision() != revision.number()) {
                return;
            }
            LOG.warn("Revision {} was not confirmed in time", revision.number());
            takeBack(revision, trial.before(), List.of(troubles.notConfirmed(revision.number())));
            events.accept(
                    new StationEvent.ConfigurationChanged(clock.instant(), number(trial.before())));
        } finally {
            lock.unlock();
        }
    }

    private ApplyOutcome takeBack(
            Revision failed, @Nullable Revision before, List<Finding> findings) {
        List<Finding> all = new ArrayList<>(findings);
        try {
            store.rollBack(failed.number());
        } catch (IOException undecided) {
            // the next start settles it the same way
            LOG.warn("Revision {} cannot be marked as rolled back", failed.number(), undecided);
        }
        if (before == null) {
            state = new State(null, null, List.of());
            all.addAll(switchTo(Nowhere.listening(failed.config()), new Steps(_ -> {})));
        } else {
            run(before);
            all.addAll(state.findings());
        }
        LOG.info("Revision {} runs again", number(before));
        return new ApplyOutcome.RolledBack(number(before), all);
    }

    private void run(Revision revision) {
        pendingRetry = cancel(pendingRetry);
        List<Finding> wrong = switchTo(revision.config(), new Steps(_ -> {}));
        state = new State(revision, null, wrong);
        if (!wrong.isEmpty()) {
            pendingRetry = timer.after(RETRY, this::retry);
        }
    }

    private void retry() {
        lock.lock();
        try {
            Revision running = state.running();
            if (running != null && state.trial() == null && !state.findings().isEmpty()) {
                run(running);
            }
        } finally {
            lock.unlock();
        }
    }

    private static Timer.@Nullable Pending cancel(Timer.@Nullable Pending pending) {
        if (pending != null) {
            pending.cancel();
        }
        return null;
    }

    private static int number(@Nullable Revision revision) {
        return revision == null ? 0 : revision.number();
    }
}
