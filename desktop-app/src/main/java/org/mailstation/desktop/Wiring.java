package org.mailstation.desktop;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.mailstation.check.Check;
import org.mailstation.check.Checks;
import org.mailstation.check.Selection;
import org.mailstation.check.real.RealScenes;
import org.mailstation.check.real.Scenes;
import org.mailstation.control.Progress;
import org.mailstation.desktop.autostart.Autostart;
import org.mailstation.desktop.check.Eye;
import org.mailstation.desktop.check.LastKnown;
import org.mailstation.desktop.check.SceneEye;
import org.mailstation.desktop.check.StationCheck;
import org.mailstation.desktop.check.UpdateEye;
import org.mailstation.desktop.check.UpdatePlace;
import org.mailstation.desktop.check.Visit;
import org.mailstation.desktop.cli.Parts;
import org.mailstation.desktop.discovery.Discovery;
import org.mailstation.desktop.discovery.LanDiscovery;
import org.mailstation.desktop.files.AppFolders;
import org.mailstation.desktop.flow.SshFirstContact;
import org.mailstation.desktop.install.InstallPlace;
import org.mailstation.desktop.install.MakerKey;
import org.mailstation.desktop.install.PackageShelf;
import org.mailstation.desktop.keep.FileMarks;
import org.mailstation.desktop.keep.FileUnfinishedStore;
import org.mailstation.desktop.log.OwnLog;
import org.mailstation.desktop.login.ImapLogin;
import org.mailstation.desktop.login.SmtpPost;
import org.mailstation.desktop.outside.KeyEyes;
import org.mailstation.desktop.outside.OutsideBook;
import org.mailstation.desktop.outside.SshOutsideGateway;
import org.mailstation.desktop.practice.PracticeStation;
import org.mailstation.desktop.remote.FileStationBook;
import org.mailstation.desktop.remote.NasGateway;
import org.mailstation.desktop.remote.SshNasGateway;
import org.mailstation.desktop.remote.StationBook;
import org.mailstation.desktop.remote.StationProfile;
import org.mailstation.desktop.report.Gathered;
import org.mailstation.desktop.report.Gathering;
import org.mailstation.desktop.report.GoodReports;
import org.mailstation.desktop.report.Steps;
import org.mailstation.desktop.ssh.KnownHosts;
import org.mailstation.desktop.ssh.SshConnector;
import org.mailstation.desktop.ssh.SshTarget;
import org.mailstation.desktop.ssh.Timeouts;
import org.mailstation.desktop.surroundings.DeviceNames;
import org.mailstation.desktop.surroundings.Lookout;
import org.mailstation.desktop.surroundings.NetworkCheck;
import org.mailstation.desktop.surroundings.RealSecondRouters;
import org.mailstation.desktop.surroundings.RealSurroundings;
import org.mailstation.desktop.surroundings.RuleCheck;
import org.mailstation.desktop.surroundings.SecondRouterCheck;
import org.mailstation.desktop.surroundings.Surroundings;
import org.mailstation.desktop.surroundings.TunnelCheck;
import org.mailstation.desktop.view.Assistant;
import org.mailstation.desktop.words.Words;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.diagnosis.CheckReport;
import org.mailstation.finding.Vantage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where the parts of this program are put together. */
final class Wiring {
    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);

    private static final String PACKAGES = "mailstation.packages";

    private final AppFolders folders;
    private final InstallPlace place;
    private final Path packages;
    private final String version;
    private final boolean display;
    private final UnaryOperator<NasGateway> way;

    private Wiring(
            AppFolders folders,
            InstallPlace place,
            Path packages,
            String version,
            boolean display,
            UnaryOperator<NasGateway> way) {
        this.folders = folders;
        this.place = place;
        this.packages = packages;
        this.version = version;
        this.display = display;
        this.way = way;
    }

    /**
     * For the person who started this program. The launcher says where the packages for the NAS
     * lie.
     */
    static Wiring ofThisComputer() {
        return new Wiring(
                AppFolders.ofThisComputer(),
                new InstallPlace.Service(),
                Path.of(System.getProperty(PACKAGES, "nas")),
                Version.current(),
                Display.present(System.getProperty("os.name", ""), System.getenv()),
                UnaryOperator.identity());
    }

    /** What the command line works with. */
    Parts parts() {
        return new Parts(
                version,
                gateway(),
                stations(),
                this::window,
                LanDiscovery.fromHere(),
                check(),
                new PracticeStation(this::practice),
                new OutsideBook(folders.outside()),
                new SshOutsideGateway(connector()),
                scenes(Vantage.PC),
                new OwnLog(folders.logs()),
                new GoodReports(folders.goodReports()));
    }

    /** The same program on a practice's own folder and place. */
    private Parts practice(Path folder, InstallPlace nas, UnaryOperator<NasGateway> way) {
        return new Wiring(new AppFolders(folder), nas, packages, version, display, way).parts();
    }

    private Optional<Callable<Integer>> window() {
        return display ? Optional.of(this::openWindow) : Optional.empty();
    }

    private Integer openWindow() throws InterruptedException {
        Runnable written = new OwnLog(folders.logs()).start();
        boolean mine =
                Assistant.run(
                        new Assistant.Parts(
                                new SshFirstContact(connector()),
                                gateway(),
                                stations(),
                                this::forget,
                                new FileUnfinishedStore(folders.unfinished()),
                                LanDiscovery.fromHere(),
                                this::look,
                                this::gather,
                                new ImapLogin(Duration.ofSeconds(10)),
                                new SmtpPost(Duration.ofSeconds(20), Clock.systemUTC()),
                                version,
                                new Words(Locale.getDefault(), ZoneId.systemDefault()),
                                Clock.systemUTC(),
                                autostart(),
                                updatePlace(),
                                new FileMarks(folders.seen()),
                                folders.cache()));
        LOG.debug("window {}", mine ? "closed" : "was open already");
        written.run();
        return 0;
    }

    /** The launcher says where it is (jpackage's), or lies beside the packages for the NAS. */
    private Autostart autostart() {
        String system = System.getProperty("os.name", "");
        Path folder = packages.toAbsolutePath().resolveSibling("bin");
        Path beside =
                folder.resolve(system.startsWith("Windows") ? "mail-station.bat" : "mail-station");
        return Autostart.of(
                system,
                System.getenv(),
                Path.of(System.getProperty("user.home", ".")),
                Path.of(System.getProperty("jpackage.app-path", beside.toString())));
    }

    /** As {@code check} does it, with the accounts outside that need nobody to be asked. */
    private CheckReport look(
            Visit visit, Selection wanted, Consumer<Progress> progress, Cancellation cancellation)
            throws FailureException {
        return check().with(outside(cancellation)).run(visit, wanted, progress, cancellation);
    }

    private List<Eye> outside(Cancellation cancellation) {
        return new KeyEyes(
                        new OutsideBook(folders.outside()),
                        new SshOutsideGateway(connector()),
                        scenes(Vantage.PC),
                        Clock.systemUTC())
                .open(cancellation);
    }

    private Gathered gather(Visit visit, Steps steps, Cancellation cancellation)
            throws FailureException {
        return new Gathering(
                        version,
                        check().with(outside(cancellation)),
                        new OwnLog(folders.logs())::lines,
                        new GoodReports(folders.goodReports()),
                        Clock.systemUTC())
                .gather(visit, steps, cancellation);
    }

    private StationCheck check() {
        Surroundings around = new RealSurroundings();
        Discovery discovery = LanDiscovery.fromHere();
        List<Check> mine = new ArrayList<>(Checks.ALL);
        mine.add(new TunnelCheck(around));
        mine.add(new NetworkCheck(around));
        mine.add(new RuleCheck(around, new DeviceNames(discovery)));
        mine.add(new SecondRouterCheck(new RealSecondRouters(around)));
        Scenes here = scenes(Vantage.PC);
        return new StationCheck(
                List.of(
                        new SceneEye(Vantage.PC, mine, here),
                        new UpdateEye(updatePlace().now(), Clock.systemUTC())),
                new StationCheck.Elsewhere(
                        new Lookout(around, here, discovery, connector()::sameHost),
                        new SceneEye(Vantage.OUTSIDE, Checks.ALL, scenes(Vantage.OUTSIDE))),
                new LastKnown(folders.lastKnown()),
                folders.landmarks(),
                Clock.systemUTC());
    }

    private Scenes scenes(Vantage from) {
        return new RealScenes(from, "MailStation mail-station/" + version, Clock.systemUTC());
    }

    private NasGateway gateway() {
        return way.apply(
                new SshNasGateway(
                        connector(),
                        place,
                        new PackageShelf(packages, MakerKey.carried()),
                        "mail-station " + version));
    }

    private SshConnector connector() {
        return new SshConnector(new KnownHosts(folders.knownHosts()), Timeouts.USUAL);
    }

    private UpdatePlace updatePlace() {
        return new UpdatePlace(folders.updatesPointer(), folders.updates());
    }

    private StationBook stations() {
        return new FileStationBook(folders.profile(), folders.stations());
    }

    /** The profile goes last: as long as it is there, the rest can be removed once more. */
    private void forget(StationProfile profile) throws IOException {
        SshTarget target = profile.target();
        new FileUnfinishedStore(folders.unfinished()).forget(target.address());
        new LastKnown(folders.lastKnown()).forget(target.host());
        new GoodReports(folders.goodReports()).forget(target.host());
        new FileMarks(folders.seen()).forget(target.host());
        try {
            new KnownHosts(folders.knownHosts()).unpin(target.host(), target.port());
        } catch (FailureException unusable) {
            throw new IOException(unusable.failure().code(), unusable);
        }
        stations().forget(target);
    }
}
