package org.mailstation.daemon;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Notifications;
import org.mailstation.config.Rhythm;
import org.mailstation.config.StationConfig;
import org.mailstation.control.Progress;
import org.mailstation.control.StationEvent;
import org.mailstation.control.StationStatus;
import org.mailstation.control.WatchAnswer;
import org.mailstation.control.WatchRequest;
import org.mailstation.control.Watched;
import org.mailstation.daemon.apply.Timer;
import org.mailstation.daemon.control.Examining;
import org.mailstation.daemon.mail.MailServer;
import org.mailstation.daemon.state.DataFolder;
import org.mailstation.daemon.status.HealthWatch;
import org.mailstation.daemon.watch.SelfWatch;
import org.mailstation.daemon.watch.WholeLook;
import org.mailstation.finding.Finding;

/** The wiring of what looks at the station without being asked. */
final class WatchParts implements AutoCloseable {
    private final HealthWatch health;
    private final WholeLook whole;
    private final SelfWatch itself;

    private WatchParts(HealthWatch health, WholeLook whole, SelfWatch itself) {
        this.health = health;
        this.whole = whole;
        this.itself = itself;
    }

    /**
     * @param examining looks at everything
     * @param itself what the daemon finds of itself, asking nobody
     * @param status the same, with what was seen when everything was looked at
     */
    static WatchParts of(
            DataFolder data,
            Examining examining,
            Supplier<List<Finding>> itself,
            Supplier<StationStatus> status,
            MailServer server,
            Supplier<@Nullable StationConfig> config,
            Consumer<StationEvent> events,
            Clock clock,
            Timer timer) {
        WholeLook whole = new WholeLook(examining, itself, () -> every(config.get()), clock, timer);
        SelfWatch own =
                new SelfWatch(
                        itself,
                        whole,
                        () -> owner(config.get()),
                        server.home().post()::write,
                        data.watched(),
                        clock,
                        timer);
        return new WatchParts(
                new HealthWatch(() -> status.get().health(), events, clock, timer), whole, own);
    }

    /** What several parts know, each asked when somebody wants it. */
    @SafeVarargs
    static Supplier<List<Finding>> all(Supplier<List<Finding>>... parts) {
        return () -> Stream.of(parts).flatMap(one -> one.get().stream()).toList();
    }

    static List<Finding> without(List<Finding> all, List<Finding> some) {
        return all.stream().filter(one -> !some.contains(one)).toList();
    }

    private static SelfWatch.Owner owner(@Nullable StationConfig config) {
        return config == null
                ? new SelfWatch.Owner("", Notifications.NOBODY)
                : new SelfWatch.Owner(config.hostName(), config.notifications());
    }

    private static @Nullable Duration every(@Nullable StationConfig config) {
        Notifications wanted = config == null ? Notifications.NOBODY : config.notifications();
        return wanted.watch() ? Rhythm.of(wanted.every()) : null;
    }

    void start() {
        health.look();
        whole.start();
        itself.start();
    }

    /** Something was changed. */
    void wake() {
        itself.wake();
    }

    /** All of the examination, remembered for the watch. */
    Examining whole() {
        return whole;
    }

    /** What was seen when everything was looked at, for whoever asks how the station is. */
    List<Finding> shown() {
        return whole.shown();
    }

    Watched watched() {
        return itself.watched();
    }

    WatchAnswer answer(WatchRequest request, Consumer<Progress> progress)
            throws InterruptedException {
        return itself.answer(request, progress);
    }

    @Override
    public void close() {
        health.close();
        whole.close();
        itself.close();
    }
}
