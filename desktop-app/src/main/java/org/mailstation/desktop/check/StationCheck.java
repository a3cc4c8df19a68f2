package org.mailstation.desktop.check;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mailstation.check.Selection;
import org.mailstation.check.real.LandmarksOnDisk;
import org.mailstation.check.real.Portrait;
import org.mailstation.control.Progress;
import org.mailstation.control.StationIdentity;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.Cancelled;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.diagnosis.CheckReport;
import org.mailstation.diagnosis.View;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Vantage;
import org.mailstation.finding.Verdict;

/** Looks at the station from everywhere at once, and judges it as a whole. */
public final class StationCheck implements Look {
    /** As long as the NAS looks. A small one may need some time before that to let us in. */
    private static final Duration BESIDE_THE_NAS = Duration.ofSeconds(17);

    /** With the time that the NAS was waited for in vain. */
    private static final Duration WITHOUT_IT = Duration.ofSeconds(18);

    private static final Duration LEAST = Duration.ofSeconds(10);

    private final List<Eye> eyes;
    private final LastKnown lastKnown;
    private final Path landmarks;
    private final Clock clock;
    private final @Nullable Elsewhere elsewhere;

    /**
     * What to do when the NAS does not answer.
     *
     * @param eye looks from this computer while it is not at home
     */
    public record Elsewhere(Absence absence, Eye eye) {}

    /**
     * @param eyes places to look from, besides the NAS
     * @param landmarks file that counts while the NAS cannot be asked; may be missing
     */
    public StationCheck(List<Eye> eyes, LastKnown lastKnown, Path landmarks, Clock clock) {
        this(eyes, null, lastKnown, landmarks, clock);
    }

    /**
     * The same, where it is looked closer if the NAS does not answer.
     *
     * @param elsewhere {@code null}: it is not
     */
    public StationCheck(
            List<Eye> eyes,
            @Nullable Elsewhere elsewhere,
            LastKnown lastKnown,
            Path landmarks,
            Clock clock) {
        this.elsewhere = elsewhere;
        this.eyes = List.copyOf(eyes);
        this.lastKnown = lastKnown;
        this.landmarks = landmarks;
        this.clock = clock;
    }

    /** One that looks from more places. */
    public StationCheck with(List<Eye> more) {
        List<Eye> all = new ArrayList<>(eyes);
        all.addAll(more);
        return new StationCheck(all, elsewhere, lastKnown, landmarks, clock);
    }

    /**
     * What is known of the station without asking it; {@code null}: nothing.
     *
     * @param host by which the person calls the NAS
     */
    public @Nullable StationIdentity known(String host) {
        return lastKnown.of(host);
    }

    /**
     * Looks; takes up to 20 seconds. That the NAS cannot be asked is a finding, and the rest is
     * looked at as far as it is known from before.
     *
     * @param progress called from any thread
     * @throws FailureException if the person cancels, or does not get in
     */
    @Override
    public CheckReport run(
            Visit visit, Selection wanted, Consumer<Progress> progress, Cancellation cancellation)
            throws FailureException {
        Instant begun = clock.instant();
        try (Arrived arrived = Arrived.at(visit, clock)) {
            List<View> views = new ArrayList<>();
            StationIdentity identity = arrived.identity();
            boolean told = identity != null;
            if (identity == null) {
                identity = fromBefore(visit.host(), views);
            }
            Portrait portrait = identity == null ? null : Portrait.of(identity);
            List<Eye> all = here(arrived, cancellation);
            Finding failure = arrived.failure();
            if (failure != null) {
                all = withoutNas(visit, portrait, failure, all, views);
            }
            Sight sight = new Sight(portrait, wanted, arrived.version(), left(begun));
            views.addAll(look(all, sight, progress, cancellation));
            if (told && identity != null) {
                lastKnown.remember(visit.host(), identity, SeenLine.of(views));
            }
            return CheckReport.of(begun, clock.instant(), views);
        }
    }

    /**
     * Looks from this computer, which the person says is not at home, as on the hotspot of a phone:
     * the NAS is not asked, only what the Internet sees of it. Takes up to 20 seconds.
     *
     * @param host by which the person calls the NAS
     * @throws FailureException if the person cancels
     */
    public CheckReport fromOutside(
            String host, Selection wanted, Consumer<Progress> progress, Cancellation cancellation)
            throws FailureException {
        Instant begun = clock.instant();
        List<View> views = new ArrayList<>();
        StationIdentity identity = fromBefore(host, views);
        Portrait portrait = identity == null ? null : Portrait.of(identity);
        Elsewhere closer = elsewhere;
        if (portrait == null || closer == null) {
            views.add(new View(Vantage.PC, List.of(Outing.nothingKnown(clock.instant()))));
            return CheckReport.of(begun, clock.instant(), views);
        }
        Finding outing = outing(closer, portrait, lastKnown.line(host));
        views.add(new View(Vantage.PC, List.of(outing)));
        if (outing.verdict() == Verdict.PASS) {
            List<Eye> all = new ArrayList<>(List.of(closer.eye()));
            eyes.stream().filter(eye -> eye.from() == Vantage.OUTSIDE).forEach(all::add);
            Sight sight = new Sight(portrait, wanted, "", left(begun));
            views.addAll(look(all, sight, progress, cancellation));
        }
        return CheckReport.of(begun, clock.instant(), views);
    }

    private static Finding outing(Elsewhere closer, Portrait portrait, String line)
            throws FailureException {
        try {
            return Outing.judge(closer.absence().whereabouts(portrait, line));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailureException(new Cancelled(), e);
        }
    }

    /** The NAS does not answer: it may be elsewhere, or this computer is. */
    private List<Eye> withoutNas(
            Visit visit,
            @Nullable Portrait portrait,
            Finding failure,
            List<Eye> all,
            List<View> views)
            throws FailureException {
        Elsewhere closer = elsewhere;
        if (closer == null || !Absence.worthIt(failure)) {
            views.add(new View(Vantage.PC, List.of(failure)));
            return all;
        }
        Finding away = portrait == null ? null : away(visit.host(), closer, portrait, failure);
        List<Eye> eyes = new ArrayList<>();
        if (away == null) {
            eyes.addAll(all);
            eyes.add(new AbsenceEye(closer.absence(), visit.target(), failure));
            return eyes;
        }
        views.add(new View(Vantage.PC, List.of(away)));
        eyes.add(closer.eye());
        all.stream().filter(eye -> eye.from() == Vantage.OUTSIDE).forEach(eyes::add);
        return eyes;
    }

    private @Nullable Finding away(
            String host, Elsewhere closer, Portrait portrait, Finding failure)
            throws FailureException {
        try {
            return closer.absence().away(portrait, lastKnown.line(host), failure);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailureException(new Cancelled(), e);
        }
    }

    private List<Eye> here(Arrived arrived, Cancellation cancellation) {
        List<Eye> all = new ArrayList<>();
        arrived.eye(cancellation).ifPresent(all::add);
        all.addAll(eyes);
        return all;
    }

    private @Nullable StationIdentity fromBefore(String host, List<View> views) {
        StationIdentity known = lastKnown.of(host);
        LandmarksOnDisk places = LandmarksOnDisk.read(landmarks, Vantage.PC, clock.instant());
        Finding faulty = places.finding();
        if (faulty != null) {
            views.add(new View(Vantage.PC, List.of(faulty)));
        }
        if (known == null || places.text().isEmpty()) {
            return known;
        }
        return new StationIdentity(
                known.revision(),
                known.toml(),
                known.keySha256(),
                known.home(),
                known.signing(),
                places.text());
    }

    private Duration left(Instant begun) {
        Duration left = WITHOUT_IT.minus(Duration.between(begun, clock.instant()));
        return left.compareTo(LEAST) < 0 ? LEAST : left;
    }

    private static List<View> look(
            List<Eye> all, Sight sight, Consumer<Progress> progress, Cancellation cancellation)
            throws FailureException {
        Overall overall = new Overall(all.size(), progress);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Runnable undo = cancellation.onCancel(threads::shutdownNow);
        try {
            List<Future<View>> looking = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                Eye eye = all.get(i);
                int index = i;
                looking.add(
                        threads.submit(
                                () -> new View(eye.from(), eye.look(sight, overall.of(index)))));
            }
            List<View> views = new ArrayList<>();
            for (Future<View> one : looking) {
                views.add(one.get());
            }
            return views;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InterruptedException) {
                throw new FailureException(new Cancelled(), e);
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailureException(new Cancelled(), e);
        } finally {
            undo.run();
            threads.shutdownNow();
        }
    }
}
