package org.mailstation.daemon;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.check.Landmarks;
import org.mailstation.check.PublicNames;
import org.mailstation.config.StationConfig;
import org.mailstation.config.toml.StationToml;
import org.mailstation.control.Metrics;
import org.mailstation.daemon.acme.CertificateKeeper;
import org.mailstation.daemon.apply.Applier;
import org.mailstation.daemon.apply.LoopbackSelfCheck;
import org.mailstation.daemon.apply.ThreadTimer;
import org.mailstation.daemon.backup.Arrived;
import org.mailstation.daemon.box.Box;
import org.mailstation.daemon.box.Passwd;
import org.mailstation.daemon.check.LetterWatch;
import org.mailstation.daemon.check.NasChecks;
import org.mailstation.daemon.check.Tally;
import org.mailstation.daemon.control.ControlServer;
import org.mailstation.daemon.control.EventHub;
import org.mailstation.daemon.control.Passwords;
import org.mailstation.daemon.control.Station;
import org.mailstation.daemon.ddns.DdnsUpdater;
import org.mailstation.daemon.ddns.StationDdns;
import org.mailstation.daemon.dkim.DkimDesk;
import org.mailstation.daemon.dkim.LetterSigner;
import org.mailstation.daemon.dkim.StationKeys;
import org.mailstation.daemon.forwarding.Forwarding;
import org.mailstation.daemon.guard.GuardMemory;
import org.mailstation.daemon.letter.Awaited;
import org.mailstation.daemon.log.LogBook;
import org.mailstation.daemon.log.LogSetup;
import org.mailstation.daemon.mail.MailServer;
import org.mailstation.daemon.mail.MailSettings;
import org.mailstation.daemon.mail.MailStorage;
import org.mailstation.daemon.memory.GiveBack;
import org.mailstation.daemon.state.ConfigStore;
import org.mailstation.daemon.state.DataFolder;
import org.mailstation.daemon.state.InstanceLock;
import org.mailstation.daemon.state.Revision;
import org.mailstation.daemon.state.SecretStore;
import org.mailstation.daemon.status.CertificateWatch;
import org.mailstation.daemon.status.StatusReporter;
import org.mailstation.finding.Finding;
import org.mailstation.probe.real.DnsjavaDns;
import org.mailstation.probe.real.SocketDoors;
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

    /** For one question to one name server. */
    private static final Duration DNS_PATIENCE = Duration.ofSeconds(3);

    private final InstanceLock lock;
    private final Runnable stopLog;
    private final LetterWatch letters;
    private final MailServer server;
    private final Applier applier;
    private final DdnsUpdater ddns;
    private final DkimDesk dkim;
    private final StatusReporter reporter;
    private final Forwarding forwarding;
    private final WatchParts watch;
    private final CertificateWatch certificates;
    private final Tally tally;
    private final GuardMemory memory;
    private final CertificateKeeper fetching;
    private final SetupParts setup;
    private final CopyParts copies;
    private final Station station;

    /** Ends all this and starts anew. */
    private volatile Runnable again = () -> {};

    private volatile boolean ended;

    private Daemon(DataFolder data, InstanceLock lock, EventHub events, Runnable stopLog)
            throws IOException {
        Clock clock = Clock.systemUTC();
        ThreadTimer timer = new ThreadTimer();
        SecretStore secrets = new SecretStore(data);
        StationKeys keys = new StationKeys(data.signingKeys(), clock, new SecureRandom());
        ConfigStore store = new ConfigStore(data, StationToml::read, clock);
        this.lock = lock;
        this.stopLog = stopLog;
        Awaited awaited = new Awaited(events::event);
        this.letters = new LetterWatch(clock, awaited);
        this.server =
                new MailServer(
                        MailStorage.open(data.root(), clock),
                        MailSettings.of(
                                data.root(),
                                secrets::read,
                                new LetterSigner(keys, clock),
                                clock,
                                letters,
                                awaited::isExpected,
                                RelayParts.outside(data, clock),
                                kept -> AssuranceParts.finder(kept, clock)));
        Passwords passwords = Desks.passwords(server.passwords(), server.devices());
        this.applier =
                new Applier(
                        store,
                        server,
                        StationToml::read,
                        new LoopbackSelfCheck(SocketDoors.seeingKeys(), clock, SELF_CHECK_PATIENCE),
                        clock,
                        timer,
                        event -> {
                            changed();
                            events.event(event);
                        });
        this.forwarding = ForwardingParts.of(data, applier, server, clock, timer);
        this.ddns =
                StationDdns.updater(
                        this::config,
                        secrets::read,
                        ForwardingParts.six(forwarding, this::config),
                        data.ddns(),
                        Version.current(),
                        clock,
                        timer);
        this.dkim = new DkimDesk(keys, this::domains, Daemon::names, timer);
        this.memory = new GuardMemory(data.guard(), server.guard(), timer);
        this.tally = new Tally(data.counts(), server.refusedLogins(), letters, timer);
        this.certificates =
                new CertificateWatch(server::renewCertificate, server::certificate, clock, timer);
        this.fetching =
                AcmeParts.keeper(
                        data,
                        this::config,
                        secrets::read,
                        forwarding,
                        server,
                        Daemon::names,
                        clock,
                        timer);
        this.setup = SetupParts.of(server, this::config, clock);
        this.copies =
                CopyParts.of(data, server, secrets, this::config, clock, timer, this::startAgain);
        this.reporter =
                new StatusReporter(
                        applier,
                        server,
                        store,
                        data,
                        passwords::isSet,
                        keys::status,
                        ddns::findings,
                        forwarding::findings,
                        letters.refusals()::waiting,
                        WatchParts.all(
                                RelayParts.findings(this::config, secrets, server, clock),
                                certificates::findings,
                                fetching::findings,
                                setup.door()::findings,
                                copies.keeper()::findings,
                                PeopleParts.room(server.mail(), this::config, clock),
                                GuardParts.findings(server.guard(), clock),
                                this::seen),
                        Box.THIS,
                        clock,
                        Version.current());
        this.watch =
                WatchParts.of(
                        data,
                        CheckParts.of(
                                NasChecks.all(server, secrets::read, letters),
                                data,
                                applier,
                                server,
                                keys::status,
                                this::itself,
                                CheckParts.letters(server, secrets::read, awaited, clock),
                                clock),
                        this::itself,
                        reporter::report,
                        server,
                        this::config,
                        events::event,
                        clock,
                        timer);
        LogBook logBook = new LogBook(data.logs());
        this.station =
                new Station(
                        Version.current(),
                        applier,
                        StationToml::read,
                        reporter::report,
                        passwords,
                        secrets,
                        server.mail()::reindex,
                        PeopleParts.of(new Passwd(Box.THIS), this::config),
                        copies.desk(),
                        Desks.ddns(ddns),
                        server::tryAgain,
                        forwarding::answer,
                        dkim::answer,
                        request -> AcmeParts.answer(fetching, request),
                        FilterParts.rules(server, this::config),
                        request -> RelayParts.answer(server, config(), request),
                        setup.desk()::answer,
                        watch.whole(),
                        server::trace,
                        request -> GuardParts.bans(server.guard(), request),
                        HomeParts.desk(server, applier, store, watch),
                        () -> new Metrics(server.figures(reporter.report())),
                        logBook::tail,
                        events);
    }

    /** For somebody who asks now: a certificate that has just been renewed is taken first. */
    private List<Finding> itself() {
        certificates.look();
        return WatchParts.without(reporter.report().findings(), seen());
    }

    private List<Finding> seen() {
        return watch.shown();
    }

    private @Nullable StationConfig config() {
        Revision running = applier.running();
        return running == null ? null : running.config();
    }

    private List<String> domains() {
        StationConfig running = config();
        return running == null ? List.of() : running.domains();
    }

    private static PublicNames names() {
        return new PublicNames(new DnsjavaDns(DNS_PATIENCE), Landmarks.INTERNET);
    }

    /** The applier speaks of changes only once everything is put together. */
    private void changed() {
        forgetPasswords();
        ddns.settingsChanged();
        forwarding.wake();
        fetching.wake();
        setup.door().look();
        copies.keeper().wake();
        watch.wake();
    }

    /** Whoever gets a removed address again later must not inherit its password. */
    private void forgetPasswords() {
        Revision running = applier.running();
        if (running == null || applier.probation() != null) {
            return;
        }
        try {
            server.forgetPasswordsExcept(running.config().accounts());
        } catch (IOException diskFull) {
            LOG.warn("Passwords of removed accounts are still kept", diskFull);
        }
    }

    /** Starts everything and returns; {@link Main#OK}, or why it did not start. */
    static int start(DataFolder data, InstanceLock lock) {
        EventHub events = new EventHub();
        Runnable stopLog = LogSetup.start(data.logs(), events::logLine);
        LOG.info("mailstationd {} starts on {}", Version.current(), data.root());
        try {
            if (Arrived.settle(data.root(), Clock.systemUTC())) {
                data.create();
            }
            Daemon daemon = new Daemon(data, lock, events, stopLog);
            daemon.applier.start();
            daemon.forgetPasswords();
            ControlServer control = daemon.open(data);
            if (control == null) {
                return Main.NO_SOCKET;
            }
            Thread hook = new Thread(() -> daemon.stop(control), "shutdown");
            Runtime.getRuntime().addShutdownHook(hook);
            daemon.again = () -> daemon.startAgain(control, hook, data);
            daemon.ddns.start();
            daemon.dkim.start();
            daemon.forwarding.wake();
            daemon.tally.start();
            daemon.memory.start();
            daemon.certificates.start();
            daemon.fetching.wake();
            daemon.setup.door().look();
            daemon.copies.keeper().wake();
            daemon.watch.start();
            daemon.rest(new ThreadTimer(), GiveBack.ofThisProcess(daemon.server::rest));
            System.out.println(ReadyLine.of(daemon.reporter.report()));
            return Main.OK;
        } catch (IOException | RuntimeException surprise) {
            LOG.error("mailstationd cannot start", surprise);
            return Main.SURPRISE;
        }
    }

    private void rest(ThreadTimer timer, GiveBack giveBack) {
        timer.after(
                GiveBack.PERIOD,
                () -> {
                    if (!ended) {
                        giveBack.look();
                        rest(timer, giveBack);
                    }
                });
    }

    private @Nullable ControlServer open(DataFolder data) {
        try {
            return ControlServer.open(data.socket(), station);
        } catch (IOException | RuntimeException failure) {
            LOG.error("The control socket {} cannot be opened", data.socket(), failure);
            server.close();
            return null;
        }
    }

    private void end(ControlServer control) throws IOException {
        ended = true;
        watch.close();
        certificates.close();
        tally.close();
        memory.close();
        fetching.close();
        setup.door().close();
        copies.keeper().close();
        ddns.close();
        dkim.close();
        forwarding.close();
        control.close();
        applier.close();
        server.close();
    }

    /** On a thread that keeps the process alive while nothing else does. */
    private void startAgain() {
        Thread.ofPlatform().daemon(false).name("restart").start(() -> again.run());
    }

    private void startAgain(ControlServer control, Thread hook, DataFolder data) {
        LOG.info("mailstationd starts anew");
        try {
            if (!Runtime.getRuntime().removeShutdownHook(hook)) {
                return;
            }
            end(control);
        } catch (IllegalStateException theProcessEnds) {
            return; // the next start takes it up
        } catch (IOException | RuntimeException failure) {
            LOG.error("mailstationd did not end cleanly", failure);
            Runtime.getRuntime().halt(Main.SURPRISE);
        }
        stopLog.run();
        int code = start(data, lock);
        if (code != Main.OK) {
            Runtime.getRuntime().halt(code);
        }
    }

    /**
     * Ends in the order that loses nothing: nobody can ask any more, then no letters come in, then
     * the store closes.
     */
    private void stop(ControlServer control) {
        LOG.info("mailstationd ends");
        try {
            end(control);
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
}
