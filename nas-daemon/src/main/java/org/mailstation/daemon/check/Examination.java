package org.mailstation.daemon.check;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mailstation.check.Check;
import org.mailstation.check.CheckRun;
import org.mailstation.check.Identity;
import org.mailstation.check.RecordsLook;
import org.mailstation.check.Scene;
import org.mailstation.check.Selection;
import org.mailstation.check.real.LandmarksOnDisk;
import org.mailstation.check.real.Portrait;
import org.mailstation.check.real.Scenes;
import org.mailstation.config.StationConfig;
import org.mailstation.control.AskChecks;
import org.mailstation.control.AskLetter;
import org.mailstation.control.Checked;
import org.mailstation.control.Progress;
import org.mailstation.control.StationIdentity;
import org.mailstation.daemon.control.Examining;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Vantage;
import org.mailstation.records.ComparedRecords;
import org.mailstation.text.Text;

/** Looks at the station from the NAS. One look at a time: two would ask everything twice. */
public final class Examination implements Examining {
    /** So that the whole answer is there within 20 seconds. */
    static final Duration PATIENCE = Duration.ofSeconds(17);

    /** What asks about the line and not about the station. */
    private static final Set<String> LINE =
            Set.of("line", "outbound", "dns.blocklist.address", "dns.reverse");

    /** RFC 2606: a name that nobody has. */
    private static final StationConfig NOTHING =
            StationConfig.minimal("station.invalid", "station.invalid", List.of());

    private final List<Check> checks;
    private final Supplier<StationIdentity> identity;
    private final Supplier<List<Finding>> itself;
    private final Scenes scenes;
    private final Letters letters;
    private final Path landmarks;
    private final Clock clock;
    private final ReentrantLock turn = new ReentrantLock(true);

    /** Lets a letter go the whole way. */
    @FunctionalInterface
    public interface Letters {
        List<Finding> send(Scene scene, AskLetter request) throws InterruptedException;
    }

    /**
     * @param checks in the order in which a reader wants them
     * @param identity of the running station, without landmarks
     * @param itself what the daemon finds of itself; asks nobody
     * @param landmarks file that replaces the usual places on the Internet; may be missing
     */
    public Examination(
            List<Check> checks,
            Supplier<StationIdentity> identity,
            Supplier<List<Finding>> itself,
            Scenes scenes,
            Letters letters,
            Path landmarks,
            Clock clock) {
        this.checks = List.copyOf(checks);
        this.identity = identity;
        this.itself = itself;
        this.scenes = scenes;
        this.letters = letters;
        this.landmarks = landmarks;
        this.clock = clock;
    }

    @Override
    public StationIdentity identity() {
        return identity(landmarksNow());
    }

    private StationIdentity identity(LandmarksOnDisk places) {
        StationIdentity now = identity.get();
        return new StationIdentity(
                now.revision(),
                now.toml(),
                now.keySha256(),
                now.home(),
                now.signing(),
                places.text());
    }

    private LandmarksOnDisk landmarksNow() {
        return LandmarksOnDisk.read(landmarks, Vantage.NAS, clock.instant());
    }

    @Override
    public Checked run(AskChecks request, Consumer<Progress> progress) throws InterruptedException {
        turn.lockInterruptibly();
        try {
            return look(new Selection(request.only()), progress);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public ComparedRecords records() throws InterruptedException {
        turn.lockInterruptibly();
        try {
            Portrait portrait = Portrait.of(identity());
            return portrait == null
                    ? new ComparedRecords(List.of(), List.of(Text.of("records.no-configuration")))
                    : RecordsLook.look(scene(portrait));
        } finally {
            turn.unlock();
        }
    }

    /** Not in the turn of the looks: who looks from outside may wait for a letter meanwhile. */
    @Override
    public Checked letter(AskLetter request) throws InterruptedException {
        Instant begun = clock.instant();
        StationIdentity station = identity();
        Portrait portrait = Portrait.of(station);
        List<Finding> found = portrait == null ? List.of() : letters.send(scene(portrait), request);
        return new Checked(begun, clock.instant(), station, found);
    }

    private Scene scene(Portrait portrait) {
        return scenes.of(portrait.config(), portrait.identity(), portrait.landmarks());
    }

    private Checked look(Selection wanted, Consumer<Progress> progress)
            throws InterruptedException {
        Instant begun = clock.instant();
        LandmarksOnDisk places = landmarksNow();
        StationIdentity station = identity(places);
        List<Finding> found = new ArrayList<>();
        itself.get().stream().filter(one -> wanted.wants(one.check())).forEach(found::add);
        Finding faulty = places.finding();
        if (faulty != null) {
            found.add(faulty);
        }
        Portrait portrait = Portrait.of(station);
        Scene scene = portrait == null ? bare(station, places) : scene(portrait);
        if (scene != null) {
            List<Check> now = portrait == null ? ofTheLine(wanted) : wanted.of(checks);
            CheckRun run = new CheckRun(now, PATIENCE);
            found.addAll(run.run(scene, (check, done, of) -> tell(progress, check, done, of)));
        }
        return new Checked(begun, clock.instant(), station, found);
    }

    /** Before the first configuration the line alone can be looked at, if somebody wants that. */
    private List<Check> ofTheLine(Selection wanted) {
        return wanted.only().isEmpty()
                ? List.of()
                : wanted.of(checks).stream().filter(one -> LINE.contains(one.name())).toList();
    }

    /** Of a station that has no configuration yet; {@code null} if it has one that nobody reads. */
    private @Nullable Scene bare(StationIdentity station, LandmarksOnDisk places) {
        return station.revision() > 0
                ? null
                : scenes.of(NOTHING, new Identity("", null, null), places.landmarks());
    }

    private static void tell(Consumer<Progress> progress, String check, int done, int of) {
        progress.accept(new Progress(100 * done / of, Text.of("check.progress", check)));
    }
}
