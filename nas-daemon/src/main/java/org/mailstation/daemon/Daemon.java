package org.mailstation.daemon;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Collectors;
import org.mailstation.config.toml.StationToml;
import org.mailstation.control.ListenerStatus;
import org.mailstation.control.StationStatus;
import org.mailstation.daemon.apply.Applier;
import org.mailstation.daemon.apply.LoopbackSelfCheck;
import org.mailstation.daemon.apply.Services;
import org.mailstation.daemon.apply.ThreadTimer;
import org.mailstation.daemon.control.ControlServer;
import org.mailstation.daemon.control.EventHub;
import org.mailstation.daemon.control.Passwords;
import org.mailstation.daemon.control.Station;
import org.mailstation.daemon.log.LogBook;
import org.mailstation.daemon.log.LogSetup;
import org.mailstation.daemon.state.ConfigStore;
import org.mailstation.daemon.state.DataFolder;
import org.mailstation.daemon.state.InstanceLock;
import org.mailstation.daemon.state.SecretStore;
import org.mailstation.daemon.status.HealthWatch;
import org.mailstation.daemon.status.StatusReporter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The wiring of {@code mailstationd}: which part knows which, and in which order they begin and
 * end.
 */
final class Daemon {
    private static final Logger LOG = LoggerFactory.getLogger(Daemon.class);

    /** A listener on this same computer that has not answered by then does not work. */
    private static final Duration SELF_CHECK_PATIENCE = Duration.ofSeconds(10);

    private final InstanceLock lock;
    private final Runnable stopLog;
    private final Services services;
    private final Applier applier;
    private final StatusReporter reporter;
    private final HealthWatch watch;
    private final Station station;

    private Daemon(DataFolder data, InstanceLock lock, EventHub events, Runnable stopLog) {
        Clock clock = Clock.systemUTC();
        ThreadTimer timer = new ThreadTimer();
        SecretStore secrets = new SecretStore(data);
        ConfigStore store = new ConfigStore(data, StationToml::read, clock);
        Passwords passwords = new NoServices.NoPasswords();
        this.lock = lock;
        this.stopLog = stopLog;
        this.services = new NoServices();
        this.applier =
                new Applier(
                        store,
                        services,
                        StationToml::read,
                        new LoopbackSelfCheck(clock, SELF_CHECK_PATIENCE),
                        clock,
                        timer,
                        events::event);
        this.reporter =
                new StatusReporter(
                        applier, services, store, data, passwords::isSet, clock, Version.current());
        this.watch = new HealthWatch(() -> reporter.report().health(), events::event, clock, timer);
        LogBook logBook = new LogBook(data.logs());
        this.station =
                new Station(
                        Version.current(),
                        applier,
                        StationToml::read,
                        reporter::report,
                        passwords,
                        secrets,
                        logBook::tail,
                        events);
    }

    /** Starts everything and returns; {@link Main#OK}, or why it did not start. */
    static int start(DataFolder data, InstanceLock lock) {
        EventHub events = new EventHub();
        Runnable stopLog = LogSetup.start(data.logs(), events::logLine);
        LOG.info("mailstationd {} starts on {}", Version.current(), data.root());
        try {
            Daemon daemon = new Daemon(data, lock, events, stopLog);
            daemon.applier.start();
            ControlServer control = daemon.open(data);
            if (control == null) {
                return Main.NO_SOCKET;
            }
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> daemon.stop(control), "shutdown"));
            daemon.watch.look();
            System.out.println(ready(daemon.reporter.report()));
            return Main.OK;
        } catch (IOException | RuntimeException surprise) {
            LOG.error("mailstationd cannot start", surprise);
            return Main.SURPRISE;
        }
    }

    private @org.jspecify.annotations.Nullable ControlServer open(DataFolder data) {
        try {
            return ControlServer.open(data.socket(), station);
        } catch (IOException | RuntimeException failure) {
            LOG.error("The control socket {} cannot be opened", data.socket(), failure);
            services.close();
            return null;
        }
    }

    /**
     * Ends in the order that loses nothing: nobody can ask any more, then no letters come in, then
     * the store closes.
     */
    private void stop(ControlServer control) {
        LOG.info("mailstationd ends");
        try {
            watch.close();
            control.close();
            applier.close();
            services.close();
            lock.close();
            LOG.info("mailstationd has ended");
        } catch (IOException | RuntimeException failure) {
            LOG.error("mailstationd did not end cleanly", failure);
            stopLog.run();
            Runtime.getRuntime().halt(Main.SURPRISE);
        }
        stopLog.run();
        // otherwise a signal would leave 128 + its number as exit code
        Runtime.getRuntime().halt(Main.OK);
    }

    /** For whoever started the program and waits for it. */
    private static String ready(StationStatus status) {
        if (status.revision() == 0) {
            return "ready, not configured";
        }
        return status.listeners().stream()
                .filter(listener -> listener.bound() != 0)
                .map(Daemon::name)
                .collect(Collectors.joining(" ", "ready ", ""));
    }

    private static String name(ListenerStatus listener) {
        return listener.service().key() + "=" + listener.bound();
    }
}
