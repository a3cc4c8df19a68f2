package org.mailstation.desktop.view.map;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.mailstation.desktop.view.parts.Icons;
import org.mailstation.desktop.way.Door;
import org.mailstation.desktop.way.LetterWay;
import org.mailstation.desktop.way.Place;
import org.mailstation.desktop.way.Spot;
import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Finding;
import org.mailstation.text.Text;

/**
 * A letter's way from its sender to the mailbox. Names that show the way stand above the place that
 * needs them, ports below the place that has them.
 */
public final class MapView extends StackPane {

    private static final int ABOVE = 0;
    private static final int BETWEEN = 1;
    private static final int WAY = 2;
    private static final int BELOW = 3;
    private static final int COLUMNS = 6;

    /** Pixels for four ports side by side, so that two places' ports do not touch. */
    private static final double FOUR_DOORS = 200;

    private final Words words;
    private final BiConsumer<String, List<Finding>> chosen;
    private final GridPane grid = new GridPane();
    private final Map<Spot, PlaceButton> places = new EnumMap<>(Spot.class);
    private final FlowPane outer = doors("map-outer");
    private final FlowPane inner = doors("map-inner");
    private final Alive alive;
    private List<Door> shownDoors = List.of();

    /**
     * @param chosen told the name and the findings of the place or port that a person wants to see
     */
    public MapView(Words words, BiConsumer<String, List<Finding>> chosen) {
        this.words = words;
        this.chosen = chosen;
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            column.setHalignment(HPos.CENTER);
            grid.getColumnConstraints().add(column);
        }
        grid.getStyleClass().add("map-grid");
        FontIcon letter = Icons.of(Icons.Sign.LETTER);
        letter.getStyleClass().add("map-letter");
        letter.setMouseTransparent(true);
        grid.add(line(), 0, WAY, COLUMNS, 1);
        for (Spot spot : Spot.values()) {
            PlaceButton place = new PlaceButton(spot, words, this::choose);
            places.put(spot, place);
            if (spot.passed()) {
                grid.add(place, spot.ordinal(), WAY);
                GridPane.setValignment(place, VPos.TOP);
            } else {
                int column = spot == Spot.DNS ? Spot.PROVIDER.ordinal() : Spot.ROUTER.ordinal();
                grid.add(place, column, ABOVE);
                grid.add(pointer(), column, BETWEEN);
            }
        }
        grid.add(letter, 0, WAY);
        GridPane.setValignment(letter, VPos.TOP);
        // they need more room than one place has, so that they reach below its neighbours
        grid.add(outer, Spot.ROUTER.ordinal() - 1, BELOW, 3, 1);
        grid.add(inner, Spot.DAEMON.ordinal() - 1, BELOW, 3, 1);
        alive =
                new Alive(
                        places.values().stream()
                                .map(PlaceButton::sign)
                                .map(Node.class::cast)
                                .toList(),
                        letter);
        setId("map");
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText(words.of("map.title"));
        getStyleClass().add("map");
        getChildren().setAll(grid);
    }

    private static FlowPane doors(String id) {
        FlowPane doors = new FlowPane();
        doors.setId(id);
        doors.setAlignment(Pos.TOP_CENTER);
        doors.setPickOnBounds(false);
        doors.setPrefWrapLength(FOUR_DOORS);
        doors.setMaxWidth(Region.USE_PREF_SIZE);
        doors.getStyleClass().add("map-doors");
        return doors;
    }

    /** From the middle of the first place to the middle of the last. */
    private Region line() {
        Region line = new Region();
        line.getStyleClass().add("map-line");
        line.maxWidthProperty().bind(grid.widthProperty().multiply((COLUMNS - 1.0) / COLUMNS));
        GridPane.setHalignment(line, HPos.CENTER);
        GridPane.setValignment(line, VPos.TOP);
        return line;
    }

    private static Region pointer() {
        Region pointer = new Region();
        pointer.getStyleClass().add("map-pointer");
        return pointer;
    }

    /** Shows how it is. */
    public void show(LetterWay way) {
        way.places().forEach(place -> button(place.spot()).show(place));
        if (!way.doors().equals(shownDoors)) {
            shownDoors = way.doors();
            fill(outer, way.doors().stream().filter(Door::outer).toList());
            fill(inner, way.doors().stream().filter(door -> !door.outer()).toList());
        }
    }

    private void fill(FlowPane pane, List<Door> doors) {
        pane.getChildren()
                .setAll(
                        doors.stream()
                                .map(door -> new DoorButton(door, words, this::choose))
                                .toList());
    }

    /** Whether somebody looks at this moment. */
    public void looking(boolean looking) {
        alive.run(looking, grid.getWidth() * (COLUMNS - 1.0) / COLUMNS);
    }

    /** Nothing is chosen any more. */
    public void forget() {
        places.values().forEach(place -> place.chosen(false));
    }

    private void choose(Place place) {
        forget();
        button(place.spot()).chosen(true);
        chosen.accept(words.of("spot", place.spot()), place.findings());
    }

    private void choose(Door door) {
        forget();
        chosen.accept(
                words.of(
                        door.outer() ? "map.outer.title" : "map.inner.title",
                        Integer.toString(door.port()),
                        words.of(Text.of("service." + door.service().key()))),
                door.findings());
    }

    private PlaceButton button(Spot spot) {
        return Objects.requireNonNull(places.get(spot));
    }
}
