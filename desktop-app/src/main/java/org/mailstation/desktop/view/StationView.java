package org.mailstation.desktop.view;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.flow.SetupState;
import org.mailstation.desktop.stations.Room;
import org.mailstation.desktop.view.parts.Dialogs;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.view.parts.Page;
import org.mailstation.desktop.view.parts.Squeezed;
import org.mailstation.desktop.way.Overview;
import org.mailstation.desktop.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the window shows of one station: the rail at the left, a page, and the footer. All on the
 * JavaFX thread.
 */
final class StationView {

    private static final Logger LOG = LoggerFactory.getLogger(StationView.class);

    private static final PseudoClass NARROWED = PseudoClass.getPseudoClass("narrow");
    private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");

    /** Below this width only the signs of the steps fit beside a page. */
    private static final double NARROW = 840;

    /** Below this height room goes to the page, and not to margins. */
    private static final double LOW_AT = 500;

    /** What part of the window a failure may take; the page is still to be seen. */
    private static final double STRIP = 0.35;

    private final Room room;
    private final Pages pages;
    private final StepRail rail;
    private final Footer footer;
    private final ActivityStrip strip;
    private final StackPane content = new StackPane();
    private final BorderPane root;
    private final StationChooser chooser;
    private @Nullable Page<?> current;
    private boolean wasRunning;

    /**
     * @param above what stands above every page
     */
    StationView(
            Room room,
            Words words,
            Dialogs dialogs,
            InstantSource clock,
            StationChooser chooser,
            Node above) {
        this.room = room;
        this.chooser = chooser;
        pages =
                new Pages(
                        new Kit(room.flow(), room.neighbourhood(), room.care(), words, dialogs),
                        new SecureRandom(),
                        clock);
        rail = new StepRail(room.flow(), words, chooser);
        footer = new Footer(room.flow(), words, this::forward, this::accept);
        strip = new ActivityStrip(words, dialogs);
        VBox middle = new VBox(above, content, new Squeezed(strip, STRIP), footer);
        middle.getStyleClass().add("content-area");
        VBox.setVgrow(content, Priority.ALWAYS);
        root = new BorderPane(middle);
        root.setLeft(rail);
        root.getStyleClass().add("window");
        root.widthProperty().addListener((_, _, width) -> narrow(width.doubleValue() < NARROW));
        root.heightProperty()
                .addListener(
                        (_, _, height) ->
                                root.pseudoClassStateChanged(LOW, height.doubleValue() < LOW_AT));
        room.flow().listen(this::show);
        room.outlook().listen(this::show);
    }

    private void narrow(boolean now) {
        root.pseudoClassStateChanged(NARROWED, now);
        rail.narrow(now);
        footer.narrow(now);
        chooser.setContentDisplay(now ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
    }

    Parent root() {
        return root;
    }

    /** It comes in sight. */
    void entered() {
        Page<?> page = current;
        if (page != null) {
            focus(page);
        }
        lookAround(room.flow().state());
    }

    /** Another one comes in sight. */
    void left() {
        room.neighbourhood().stop();
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
            forgetKeys();
            focus(page);
            lookAround(state);
        } else if (wasRunning && !running) {
            // its fields were disabled meanwhile, which sends the focus elsewhere
            focus(page);
        }
        wasRunning = running;
    }

    /**
     * JavaFX keeps an empty list for each access key of a page that has gone, and tells small
     * letters from capitals: Alt+s of a page before, found first, would swallow Alt+S of this one.
     */
    private void forgetKeys() {
        Scene scene = root.getScene();
        if (scene != null) {
            scene.getMnemonics().values().removeIf(List::isEmpty);
        }
    }

    /** Only the page that asks for a NAS, while it is in sight, needs to know who is there. */
    private void lookAround(SetupState state) {
        if (root.getScene() != null && state instanceof SetupState.Locating) {
            room.neighbourhood().look();
        } else {
            room.neighbourhood().stop();
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
