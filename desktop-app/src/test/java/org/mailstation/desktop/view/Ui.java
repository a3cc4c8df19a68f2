package org.mailstation.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TitledPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.StationConfig;
import org.mailstation.control.Secret;
import org.mailstation.desktop.fake.FakeAutostart;
import org.mailstation.desktop.fake.FakeMeans;
import org.mailstation.desktop.fake.FakeNas;
import org.mailstation.desktop.fake.Family;
import org.mailstation.desktop.fake.Gate;
import org.mailstation.desktop.fake.HandDiscovery;
import org.mailstation.desktop.fake.HandGatherer;
import org.mailstation.desktop.fake.HandLook;
import org.mailstation.desktop.fake.Houses;
import org.mailstation.desktop.fake.MemoryMarks;
import org.mailstation.desktop.fake.MemoryUnfinished;
import org.mailstation.desktop.flow.Care;
import org.mailstation.desktop.flow.Meanwhile;
import org.mailstation.desktop.flow.Neighbourhood;
import org.mailstation.desktop.flow.SetupFlow;
import org.mailstation.desktop.flow.SetupState;
import org.mailstation.desktop.flow.Sighting;
import org.mailstation.desktop.flow.SignInForm;
import org.mailstation.desktop.flow.StatusWatch;
import org.mailstation.desktop.flow.Step;
import org.mailstation.desktop.flow.ThreadTimer;
import org.mailstation.desktop.login.LetterOut;
import org.mailstation.desktop.login.LoginAnswer;
import org.mailstation.desktop.login.Posted;
import org.mailstation.desktop.remote.ProfileStore;
import org.mailstation.desktop.stations.Room;
import org.mailstation.desktop.stations.Stations;
import org.mailstation.desktop.view.report.ReportWindow;
import org.mailstation.desktop.view.theme.Theme;
import org.mailstation.desktop.way.Outlook;
import org.mailstation.desktop.words.Words;
import org.mailstation.desktop.work.Cancellation;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The assistant's window before a household in memory, and somebody at the keyboard. */
final class Ui implements AutoCloseable {

    static final String PASSWORD = "correct-Horse-7-battery";

    final FakeNas nas;
    final MemoryUnfinished unfinished;
    final HandDiscovery discovery = new HandDiscovery();
    final FakeDialogs dialogs = new FakeDialogs();
    final FxRobot robot = new FxRobot();
    final SetupFlow flow;

    /** What the station runs at home. */
    StationConfig config = Family.config("mueller-family.example", "Jörg Müller");

    /** What came of the last login to a mailbox. */
    LoginAnswer loginAnswer = new LoginAnswer.SignedIn(1);

    final List<String> logins = new ArrayList<>();

    /** Whoever signs in to a mailbox waits here. */
    volatile @Nullable Gate mailGate;

    final List<LetterOut.Letter> sent = new ArrayList<>();

    /** What the pictures showed that is cut off. */
    final List<String> cut = new ArrayList<>();

    /** This computer's folder of the program's settings. */
    final Path home = temporary();

    final FakeAutostart autostart = new FakeAutostart();
    final HandLook checks = new HandLook();
    final StatusWatch watch;
    final Care care;
    final Outlook outlook;
    final HandGatherer gatherer = new HandGatherer();
    final ReportWindow report;
    final Words words;
    final Stage stage;
    final Scene scene;
    final Stations stations;

    /** NASes besides {@link #nas}, by their host names. */
    final Map<String, FakeNas> others = new ConcurrentHashMap<>();

    private final InstantSource clock = InstantSource.fixed(Instant.parse("2026-05-07T09:41:00Z"));
    private final FxBackground background = new FxBackground();
    private final ThreadTimer timer = new ThreadTimer("watch");

    Ui(Locale locale, ColorScheme scheme) {
        this(locale, scheme, new FakeNas(), new MemoryUnfinished());
    }

    /** Before a household that was met before. */
    Ui(Locale locale, ColorScheme scheme, FakeNas nas, MemoryUnfinished unfinished) {
        this.nas = nas;
        this.unfinished = unfinished;
        try {
            FxToolkit.registerPrimaryStage();
        } catch (TimeoutException e) {
            throw new IllegalStateException(e);
        }
        words = new Words(locale, ZoneOffset.UTC);
        stations = new Stations(background, nas, it -> nas.forget(it.target()), this::room);
        flow = stations.current().flow();
        watch = stations.current().watch();
        care = stations.current().care();
        outlook = stations.current().outlook();
        stage =
                onFx(
                        () -> {
                            Platform.setImplicitExit(false);
                            Theme.use(scheme);
                            Stage fresh = new Stage();
                            fresh.setX(10);
                            fresh.setY(10);
                            new AssistantWindow(fresh, stations, words, dialogs, clock).open();
                            return fresh;
                        });
        report = onFx(() -> Reports.window(stage, words, gatherer, dialogs));
        dialogs.report = report::open;
        scene = stage.getScene();
        settle();
    }

    private Room room(ProfileStore profile) {
        SetupFlow own = new Houses(this::at).flow(background, profile, unfinished, clock);
        StatusWatch eye =
                new StatusWatch(() -> own.session().station(new Cancellation()), timer, clock);
        Care all =
                Care.of(
                        background,
                        own.session(),
                        new Care.Means(
                                checks,
                                FakeMeans.behind(() -> mailGate, this::login),
                                FakeMeans.outward(
                                        (_, _, _, _, _, letter, _) -> {
                                            sent.add(letter);
                                            return new Posted.Taken();
                                        },
                                        clock),
                                timer,
                                clock,
                                autostart,
                                FakeMeans.versions(home)));
        return new Room(
                own,
                new Neighbourhood(discovery, background),
                eye,
                all,
                new Outlook(eye, all.checkup(), background),
                new Meanwhile(() -> "", new MemoryMarks()));
    }

    private FakeNas at(String host) {
        return others.getOrDefault(host, nas);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("ui");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LoginAnswer login(
            String host, int port, String key, String user, Secret password, Cancellation unused) {
        logins.add(host + ":" + port + " " + user + " " + password.reveal());
        return loginAnswer;
    }

    static <T> T onFx(Callable<T> action) {
        try {
            return WaitForAsyncUtils.waitFor(
                    60, TimeUnit.SECONDS, WaitForAsyncUtils.asyncFx(action));
        } catch (TimeoutException e) {
            throw new AssertionError("the JavaFX thread is blocked", e);
        }
    }

    static void fx(Runnable action) {
        onFx(
                () -> {
                    action.run();
                    return true;
                });
    }

    /** Waits until a condition holds on the JavaFX thread. */
    static void until(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> onFx(condition));
        } catch (TimeoutException e) {
            throw new AssertionError("it did not come to that", e);
        }
    }

    static void settle() {
        WaitForAsyncUtils.waitForFxEvents(2);
    }

    /** Waits for a page at rest. */
    <S extends SetupState> void at(Class<S> kind) {
        until(() -> kind.isInstance(flow.state()) && !flow.state().activity().running());
        settle();
    }

    /** Waits for a step's page at rest. */
    void on(Step step) {
        until(() -> flow.state().step() == step && !flow.state().activity().running());
        settle();
    }

    /** Shows what lies folded, without the moment in which it moves. */
    void unfold(String id) {
        TitledPane folded = (TitledPane) node(id);
        fx(
                () -> {
                    folded.setAnimated(false);
                    folded.setExpanded(true);
                });
    }

    void focused(String id) {
        until(() -> scene.getFocusOwner() != null && id.equals(scene.getFocusOwner().getId()));
    }

    void type(String text) {
        robot.write(text);
        settle();
    }

    void click(String id) {
        fx(((Button) node(id))::fire);
        settle();
    }

    /** To the first page of the draft. */
    void toLine() {
        fx(() -> flow.locate("nas"));
        at(SetupState.ConfirmingKey.class);
        fx(() -> flow.trustKey(true));
        at(SetupState.SigningIn.class);
        fx(() -> flow.signIn(new SignInForm("admin", false, new Secret(nas.password), "")));
        at(SetupState.Installing.class);
        fx(flow::install);
        at(SetupState.InstallDone.class);
        fx(flow::openForm);
        at(SetupState.Filling.class);
    }

    /** To the home page of a station that runs, by the shortest way. */
    void toHome() {
        fx(() -> flow.locate("diskstation"));
        at(SetupState.ConfirmingKey.class);
        fx(() -> flow.trustKey(true));
        at(SetupState.SigningIn.class);
        fx(() -> flow.signIn(new SignInForm("admin", false, new Secret(nas.password), "")));
        at(SetupState.Installing.class);
        fx(flow::install);
        at(SetupState.InstallDone.class);
        nas.station.setConfig(config);
        fx(flow::home);
        at(SetupState.Home.class);
        until(() -> outlook.latest().sighting() instanceof Sighting.Seen);
        settle();
    }

    /** Opens a tab of the home page. */
    void tab(String name) {
        fx(
                () -> {
                    TabPane tabs = (TabPane) scene.lookup("#tabs");
                    tabs.getTabs().stream()
                            .filter(tab -> ("tab-" + name).equals(tab.getId()))
                            .forEach(tabs.getSelectionModel()::select);
                });
        settle();
    }

    Node node(String id) {
        Node found = onFx(() -> scene.lookup("#" + id));
        if (found == null) {
            throw new AssertionError("no #" + id);
        }
        return found;
    }

    Set<Node> all(String selector) {
        return onFx(() -> scene.getRoot().lookupAll(selector));
    }

    /** Scrolls the tab in sight until a part of it is at its top. */
    void scrollTo(String id) {
        fx(
                () -> {
                    Node part = scene.lookup("#" + id);
                    Node above = part;
                    while (!(above instanceof ScrollPane)) {
                        above = above.getParent();
                    }
                    ScrollPane pane = (ScrollPane) above;
                    pane.applyCss();
                    pane.layout();
                    Node content = pane.getContent();
                    double top = content.sceneToLocal(part.localToScene(0, 0)).getY();
                    double spare =
                            content.getBoundsInLocal().getHeight()
                                    - pane.getViewportBounds().getHeight();
                    pane.setVvalue(spare <= 0 ? 0 : Math.min(1, top / spare));
                });
        settle();
    }

    /** All words on the page, for looking for one. */
    String text() {
        StringBuilder out = new StringBuilder();
        for (Node node : all(".label")) {
            if (node instanceof Label label && shown(node)) {
                out.append(label.getText()).append('\n');
            }
        }
        return out.toString();
    }

    List<String> nameless() {
        return onFx(() -> Nameless.in(scene));
    }

    static boolean shown(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }

    void shoot(String name) {
        shoot(name, scene);
    }

    /** A picture, and a look at every usual screen. */
    void shoot(String name, Scene what) {
        settle();
        Shots.take(name, what);
        Screens.look(name, what, cut);
    }

    /** Another size of the window. */
    void resize(double width, double height) {
        Screens.size(stage, width, height);
    }

    @Override
    public void close() {
        fx(stations::close);
        fx(report::close);
        fx(stage::hide);
        timer.close();
        assertThat(cut).as("is cut off").isEmpty();
    }
}
