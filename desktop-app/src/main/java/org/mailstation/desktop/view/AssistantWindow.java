package org.mailstation.desktop.view;

import java.security.SecureRandom;
import java.time.InstantSource;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.flow.Care;
import org.mailstation.desktop.flow.Neighbourhood;
import org.mailstation.desktop.flow.SetupFlow;
import org.mailstation.desktop.flow.SetupState;
import org.mailstation.desktop.flow.StatusWatch;
import org.mailstation.desktop.icon.AppIcon;
import org.mailstation.desktop.view.parts.Dialogs;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.view.parts.Page;
import org.mailstation.desktop.view.theme.Theme;
import org.mailstation.desktop.way.Outlook;
import org.mailstation.desktop.way.Overview;
import org.mailstation.desktop.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window: the rail at the left, a page, and the footer. All on the JavaFX thread. */
public final class AssistantWindow {

    private static final Logger LOG = LoggerFactory.getLogger(AssistantWindow.class);

    private static final double WIDTH = 960;
    private static final double HEIGHT = 680;
    private static final double MIN_WIDTH = 860;
    private static final double MIN_HEIGHT = 560;
    private static final int[] ICON_SIZES = {16, 24, 32, 48, 64, 128, 256};

    private final Stage stage;
    private final SetupFlow flow;
    private final Neighbourhood neighbourhood;
    private final StatusWatch watch;
    private final Outlook outlook;
    private final Pages pages;
    private final StepRail rail;
    private final Footer footer;
    private final ActivityStrip strip;
    private final StackPane content = new StackPane();
    private @Nullable Page<?> current;
    private boolean wasRunning;

    public AssistantWindow(
            Stage stage,
            SetupFlow flow,
            Neighbourhood neighbourhood,
            Care care,
            StatusWatch watch,
            Outlook outlook,
            Words words,
            Dialogs dialogs,
            InstantSource clock) {
        this.stage = stage;
        this.flow = flow;
        this.neighbourhood = neighbourhood;
        this.watch = watch;
        this.outlook = outlook;
        pages =
                new Pages(
                        new Kit(flow, neighbourhood, care, words, dialogs),
                        new SecureRandom(),
                        clock);
        rail = new StepRail(flow, words);
        footer = new Footer(flow, words, this::forward, this::accept);
        strip = new ActivityStrip(words, dialogs);
        VBox middle = new VBox(content, strip, footer);
        middle.getStyleClass().add("content-area");
        VBox.setVgrow(content, Priority.ALWAYS);
        BorderPane root = new BorderPane(middle);
        root.setLeft(rail);
        root.getStyleClass().add("window");
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        Theme.dress(scene);
        stage.setTitle(words.of("app.name"));
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        for (int size : ICON_SIZES) {
            stage.getIcons().add(SwingFXUtils.toFXImage(AppIcon.draw(size), null));
        }
        stage.setScene(scene);
    }

    /** Shows the window and begins. */
    public void open() {
        flow.listen(this::show);
        outlook.listen(this::show);
        stage.show();
        flow.start();
    }

    /** Brings the window to the front. */
    public void raise() {
        stage.show();
        stage.setIconified(false);
        stage.toFront();
    }

    private void forward() {
        Page<?> page = current;
        if (page != null) {
            page.forward();
        }
    }

    private void accept() {
        Page<?> page = current;
        if (page != null) {
            page.accept();
        }
    }

    private void show(SetupState state) {
        Page<?> page = pages.show(state);
        rail.show(state);
        footer.show(state);
        strip.show(state.activity());
        if (state instanceof SetupState.Home) {
            watch.start();
        }
        boolean running = state.activity().running();
        if (page != current) {
            Page<?> before = current;
            current = page;
            if (before != null) {
                before.left();
            }
            page.entered();
            LOG.info("page {} {}", state.step(), state.getClass().getSimpleName());
            content.getChildren().setAll(page.node());
            focus(page);
            lookAround(state);
        } else if (wasRunning && !running) {
            // its fields were disabled meanwhile, which sends the focus elsewhere
            focus(page);
        }
        wasRunning = running;
    }

    /** Only the page that asks for a NAS needs to know who is there. */
    private void lookAround(SetupState state) {
        if (state instanceof SetupState.Locating) {
            neighbourhood.look();
        } else {
            neighbourhood.stop();
        }
    }

    private void focus(Page<?> page) {
        // a scroll pane takes its content into the scene only with its skin, and only there can it
        // have the focus
        content.applyCss();
        Node first = page.first();
        Platform.runLater((first == null ? footer.forward() : first)::requestFocus);
    }

    private void show(Overview overview) {
        pages.status().show(overview);
        rail.show(overview.health());
    }
}
