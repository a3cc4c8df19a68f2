package org.mailstation.desktop.view;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.check.Look;
import org.mailstation.desktop.discovery.Discovery;
import org.mailstation.desktop.flow.Background;
import org.mailstation.desktop.flow.Care;
import org.mailstation.desktop.flow.FirstContact;
import org.mailstation.desktop.flow.Neighbourhood;
import org.mailstation.desktop.flow.SetupFlow;
import org.mailstation.desktop.flow.StatusWatch;
import org.mailstation.desktop.flow.Surprise;
import org.mailstation.desktop.flow.ThreadTimer;
import org.mailstation.desktop.remote.NasGateway;
import org.mailstation.desktop.remote.ProfileStore;
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
     * @param discovery looks for NASes
     * @param look at a whole station
     * @param ownVersion of the daemon that is installed
     * @param cache folder for files that can be made again at any time
     */
    public record Parts(
            FirstContact contact,
            NasGateway gateway,
            ProfileStore profiles,
            Discovery discovery,
            Look look,
            String ownVersion,
            Words words,
            InstantSource clock,
            Path cache) {}

    private final Parts parts;
    private final ThreadTimer timer = new ThreadTimer("status-watch");
    private final CountDownLatch ended = new CountDownLatch(1);
    private final SetupFlow flow;
    private final Neighbourhood neighbourhood;
    private final StatusWatch watch;
    private final Care care;
    private final Outlook outlook;
    private final WindowPlace place;
    private @Nullable TraySign sign;

    private Assistant(Parts parts) {
        this.parts = parts;
        place = new WindowPlace(parts.cache().resolve("window.properties"));
        Background background = new FxBackground();
        neighbourhood = new Neighbourhood(parts.discovery(), background);
        flow =
                new SetupFlow(
                        background,
                        parts.contact(),
                        parts.gateway(),
                        parts.profiles(),
                        parts.ownVersion());
        watch =
                new StatusWatch(
                        () -> flow.session().station(new Cancellation()), timer, parts.clock());
        care = Care.of(background, flow.session(), parts.look());
        outlook = new Outlook(watch, care.checkup(), background);
    }

    /**
     * Shows the window and returns when the program is to end. Not on the JavaFX thread; once in a
     * process.
     */
    public static void run(Parts parts) throws InterruptedException {
        Assistant assistant = new Assistant(parts);
        Platform.startup(assistant::open);
        assistant.ended.await();
    }

    private void open() {
        Platform.setImplicitExit(false);
        Theme.followSystem();
        Stage stage = new Stage();
        Dialogs dialogs = new FxDialogs(stage, parts.words());
        Thread.currentThread().setUncaughtExceptionHandler((_, fault) -> surprised(fault, dialogs));
        AssistantWindow window =
                new AssistantWindow(
                        stage,
                        flow,
                        neighbourhood,
                        care,
                        watch,
                        outlook,
                        parts.words(),
                        dialogs,
                        parts.clock());
        stage.setOnCloseRequest(
                event -> {
                    // JavaFX would hide the window once more, after its own end
                    event.consume();
                    if (sign == null) {
                        quit(stage);
                    } else {
                        place.keep(stage);
                        stage.hide();
                    }
                });
        place.restore(stage);
        window.open();
        Thread.ofVirtual().start(() -> findTray(stage, window));
    }

    /** Asking the session bus may take a moment, which the first page need not wait for. */
    private void findTray(Stage stage, AssistantWindow window) {
        TrayKind kind = Trays.available();
        LOG.info("tray: {}", kind);
        TrayMenu menu =
                new TrayMenu(parts.words(), window::raise, watch::checkNow, () -> quit(stage));
        Platform.runLater(
                () -> {
                    Optional<TrayPort> port = Trays.open(kind, menu, parts.cache().resolve("tray"));
                    port.ifPresent(
                            it ->
                                    sign =
                                            new TraySign(
                                                    it, watch, parts.words(), Platform::runLater));
                });
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
        neighbourhood.stop();
        care.close();
        watch.close();
        flow.close();
        timer.close();
        Platform.exit();
        ended.countDown();
    }
}
