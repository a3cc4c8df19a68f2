package org.mailstation.desktop.view;

import java.time.InstantSource;
import java.util.IdentityHashMap;
import java.util.Map;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.icon.AppIcon;
import org.mailstation.desktop.stations.Room;
import org.mailstation.desktop.stations.Stations;
import org.mailstation.desktop.view.parts.Dialogs;
import org.mailstation.desktop.view.parts.Extent;
import org.mailstation.desktop.view.theme.Theme;
import org.mailstation.desktop.words.Words;

/** The window, with the view of one station in it. All on the JavaFX thread. */
public final class AssistantWindow {

    private static final double WIDTH = 960;
    private static final double HEIGHT = 680;

    /** A common small screen at 200 %, less the bars of a system. */
    private static final double MIN_WIDTH = 640;

    private static final double MIN_HEIGHT = 300;
    private static final int[] ICON_SIZES = {16, 24, 32, 48, 64, 128, 256};

    private final Stage stage;
    private final Stations stations;
    private final Words words;
    private final Dialogs dialogs;
    private final InstantSource clock;
    private final Map<Room, StationView> views = new IdentityHashMap<>();
    private @Nullable StationView current;

    public AssistantWindow(
            Stage stage, Stations stations, Words words, Dialogs dialogs, InstantSource clock) {
        this.stage = stage;
        this.stations = stations;
        this.words = words;
        this.dialogs = dialogs;
        this.clock = clock;
        Extent extent = Extent.on(null, WIDTH, HEIGHT);
        Scene scene = new Scene(new Region(), extent.width(), extent.height());
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
        stations.onCurrent(this::show);
        stage.show();
        stations.start();
    }

    /** Brings the window to the front. */
    public void raise() {
        stage.show();
        stage.setIconified(false);
        stage.toFront();
    }

    private void show(Room room) {
        StationView view = views.computeIfAbsent(room, this::made);
        StationView before = current;
        if (view == before) {
            return;
        }
        current = view;
        stage.getScene().setRoot(view.root());
        if (before != null) {
            before.left();
        }
        view.entered();
    }

    private StationView made(Room room) {
        return new StationView(
                room,
                words,
                dialogs,
                clock,
                new StationChooser(stations, words, dialogs),
                new PausedStrip(stations, words));
    }
}
