package org.mailstation.desktop.view;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.autostart.Autostart;
import org.mailstation.desktop.check.Look;
import org.mailstation.desktop.check.UpdatePlace;
import org.mailstation.desktop.discovery.Discovery;
import org.mailstation.desktop.flow.Background;
import org.mailstation.desktop.flow.Care;
import org.mailstation.desktop.flow.FirstContact;
import org.mailstation.desktop.flow.Habits;
import org.mailstation.desktop.flow.Meanwhile;
import org.mailstation.desktop.flow.Neighbourhood;
import org.mailstation.desktop.flow.OutwardLetter;
import org.mailstation.desktop.flow.SetupFlow;
import org.mailstation.desktop.flow.StatusWatch;
import org.mailstation.desktop.flow.Surprise;
import org.mailstation.desktop.flow.ThreadTimer;
import org.mailstation.desktop.flow.UnfinishedStore;
import org.mailstation.desktop.instance.SingleInstance;
import org.mailstation.desktop.login.LetterOut;
import org.mailstation.desktop.login.MailLogin;
import org.mailstation.desktop.remote.NasGateway;
import org.mailstation.desktop.remote.ProfileStore;
import org.mailstation.desktop.remote.StationBook;
import org.mailstation.desktop.report.Gatherer;
import org.mailstation.desktop.stations.Farewell;
import org.mailstation.desktop.stations.Room;
import org.mailstation.desktop.stations.Stations;
import org.mailstation.desktop.tray.MeanwhileNews;
import org.mailstation.desktop.tray.Messenger;
import org.mailstation.desktop.tray.News;
import org.mailstation.desktop.tray.TrayKind;
import org.mailstation.desktop.tray.TrayMenu;
import org.mailstation.desktop.tray.TrayPort;
import org.mailstation.desktop.tray.TraySign;
import org.mailstation.desktop.tray.Trays;
import org.mailstation.desktop.view.parts.Dialogs;
import org.mailstation.desktop.view.parts.ErrorReport;
import org.mailstation.desktop.view.theme.Theme;
import org.mailstation.desktop.way.Outlook;
import org.mailstation.desktop.words.Words;
import org.mailstation.desktop.work.Cancellation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The assistant on a desktop: window, watch and tray, from the start to the end of the program. */
public final class Assistant {

    private static final Logger LOG = LoggerFactory.getLogger(Assistant.class);

    /**
     * What the program gives it.
     *
     * @param stations that are remembered
     * @param farewell removes what is remembered of one
     * @param unfinished where a set-up that is left is kept
     * @param discovery looks for NASes
     * @param look at a whole station
     * @param gatherer for reports
     * @param login to a mailbox, from here
     * @param post hands in letters, from here
     * @param ownVersion of the daemon that is installed
     * @param autostart of this program
     * @param updates where newer versions may lie
     * @param marks how much of each station's history was seen
     * @param cache folder for files that can be made again at any time
     */
    public record Parts(
            FirstContact contact,
            NasGateway gateway,
            StationBook stations,
            Farewell farewell,
            UnfinishedStore unfinished,
            Discovery discovery,
            Look look,
            Gatherer gatherer,
            MailLogin login,
            LetterOut post,
            String ownVersion,
            Words words,
            InstantSource clock,
            Autostart autostart,
            UpdatePlace updates,
            Meanwhile.Marks marks,
            Path cache) {}

    private final Parts parts;
    private final ThreadTimer timer = new ThreadTimer("status-watch");
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Stations stations;
    private final WindowPlace place;
    private final Background background = new FxBackground();
    private @Nullable TraySign sign;
    private @Nullable ReportDesk reports;

    private Assistant(Parts parts) {
        this.parts = parts;
        place = new WindowPlace(parts.cache().resolve("window.properties"));
        stations = new Stations(background, parts.stations(), parts.farewell(), this::room);
    }

    private Room room(ProfileStore profile) {
        SetupFlow flow =
                new SetupFlow(
                        background,
                        parts.contact(),
                        parts.gateway(),
                        profile,
                        parts.unfinished(),
                        parts.clock(),
                        parts.ownVersion());
        StatusWatch watch =
                new StatusWatch(
                        () -> flow.session().station(new Cancellation()), timer, parts.clock());
        Care care =
                Care.of(
                        background,
                        flow.session(),
                        new Care.Means(
                                parts.look(),
                                parts.login(),
                                new OutwardLetter.Means(
                                        parts.post(),
                                        Thread::sleep,
                                        new SecureRandom(),
                                        parts.clock()),
                                timer,
                                parts.clock(),
                                parts.autostart(),
                                new Habits.Versions(parts.updates(), parts.ownVersion())));
        Meanwhile meanwhile = new Meanwhile(flow.session()::host, parts.marks());
        watch.invite(meanwhile);
        return new Room(
                flow,
                new Neighbourhood(parts.discovery(), background),
                watch,
                care,
                new Outlook(watch, care.checkup(), background),
                meanwhile);
    }

    /**
     * Shows the window and returns when the program is to end; at once if a window is open already,
     * which then comes to the front. Not on the JavaFX thread; once in a process.
     *
     * @return whether it was this one's window
     */
    public static boolean run(Parts parts) throws InterruptedException {
        AtomicReference<@Nullable Runnable> raise = new AtomicReference<>();
        try (SingleInstance only = claim(parts, () -> run(raise.get())).orElse(null)) {
            if (only == null) {
                return false;
            }
            Assistant assistant = new Assistant(parts);
            Platform.startup(() -> raise.set(assistant.open()));
            assistant.ended.await();
            return true;
        }
    }

    /** Nothing while the window is not there yet: it comes up anyway. */
    private static void run(@Nullable Runnable action) {
        if (action != null) {
            action.run();
        }
    }

    /** Where it cannot be told whether a window is open, this one opens. */
    private static Optional<SingleInstance> claim(Parts parts, Runnable raise) {
        try {
            return SingleInstance.claim(parts.cache(), raise);
        } catch (IOException unusable) {
            LOG.warn("a second window cannot be prevented", unusable);
            return Optional.of(SingleInstance.alone());
        }
    }

    /** Returns what brings the window up, from any thread. */
    private Runnable open() {
        Platform.setImplicitExit(false);
        Theme.followSystem();
        Stage stage = new Stage();
        Dialogs dialogs =
                new FxDialogs(stage, parts.words(), () -> report(stage), () -> quit(stage));
        Thread.currentThread().setUncaughtExceptionHandler((_, fault) -> surprised(fault, dialogs));
        AssistantWindow window =
                new AssistantWindow(stage, stations, parts.words(), dialogs, parts.clock());
        stage.setOnCloseRequest(
                event -> {
                    // JavaFX would hide the window once more, after its own end
                    event.consume();
                    closed(stage);
                });
        stage.getScene()
                .getAccelerators()
                .put(
                        new KeyCodeCombination(KeyCode.Q, KeyCombination.SHORTCUT_DOWN),
                        () -> quit(stage));
        place.restore(stage);
        window.open();
        reports =
                new ReportDesk(
                        stage,
                        parts.words(),
                        new ReportDesk.Means(
                                parts.gatherer(),
                                parts.contact(),
                                parts.stations(),
                                stations,
                                parts.clock(),
                                background),
                        dialogs);
        Thread.ofVirtual().start(() -> findTray(stage, window));
        return () -> Platform.runLater(window::raise);
    }

    /** Asking the session bus may take a moment, which the first page need not wait for. */
    private void findTray(Stage stage, AssistantWindow window) {
        TrayKind kind = Trays.available();
        LOG.info("tray: {}", kind);
        TrayMenu menu =
                new TrayMenu(
                        parts.words(),
                        window::raise,
                        stations::checkNow,
                        () -> report(stage),
                        this::pauseOrGoOn,
                        () -> quit(stage));
        Path pictures = parts.cache().resolve("tray");
        Platform.runLater(
                () -> {
                    TrayPort port = Trays.open(kind, menu, pictures).orElse(null);
                    if (port != null) {
                        TraySign up = new TraySign(port, stations.panorama(), parts.words());
                        stations.onPause(up::paused);
                        sign = up;
                    }
                    Messenger messenger = Trays.messenger(port, pictures);
                    stations.onRoom(room -> tellOf(room, messenger));
                });
    }

    /** The listeners at the room keep it alive. */
    private void tellOf(Room room, Messenger messenger) {
        Messenger named = (health, title, text) -> messenger.tell(health, named(room, title), text);
        News news =
                new News(room.outlook(), named, parts.words(), background, timer, parts.clock());
        MeanwhileNews meanwhile =
                new MeanwhileNews(
                        room.meanwhile(), named, parts.words(), background, parts.clock());
        LOG.debug("{} and {} tell of changes", news, meanwhile);
    }

    private String named(Room room, String title) {
        String name = stations.titleOf(room);
        return name.isEmpty() ? title : parts.words().of("stations.worst", name, title);
    }

    /** Its window belongs to that of the assistant, which may be hidden behind its sign. */
    private void report(Stage stage) {
        ReportDesk desk = reports;
        if (desk != null) {
            stage.show();
            desk.open();
        }
    }

    private void pauseOrGoOn() {
        if (stations.paused()) {
            stations.goOn();
        } else {
            stations.pause();
        }
    }

    /**
     * With a sign the window goes behind it. Without one it must stay reachable: it becomes small
     * as long as there is something to watch, and who closes it then means it.
     */
    private void closed(Stage stage) {
        if (sign != null) {
            place.keep(stage);
            stage.hide();
        } else if (stations.watching() && !stage.isIconified()) {
            place.keep(stage);
            stage.setIconified(true);
        } else {
            quit(stage);
        }
    }

    private void surprised(Throwable fault, Dialogs dialogs) {
        Surprise surprise = Surprise.of(fault);
        LOG.error("unexpected, {}:\n{}", surprise.code(), surprise.details());
        dialogs.error(
                new ErrorReport(
                        parts.words().of(surprise.text()), surprise.code(), surprise.details()));
    }

    private void quit(Stage stage) {
        place.keep(stage);
        stage.hide();
        TraySign up = sign;
        if (up != null) {
            up.close();
        }
        if (reports != null) {
            reports.close();
        }
        stations.close();
        timer.close();
        Platform.exit();
        ended.countDown();
    }
}
