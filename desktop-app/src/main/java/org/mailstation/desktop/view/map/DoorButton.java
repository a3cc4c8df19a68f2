package org.mailstation.desktop.view.map;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.mailstation.desktop.view.parts.SignView;
import org.mailstation.desktop.way.Door;
import org.mailstation.desktop.words.Words;
import org.mailstation.text.Text;

/** One port of the map, with its number and how it is. */
final class DoorButton extends Button {

    private static final double SIGN = 14;

    DoorButton(Door door, Words words, Consumer<Door> chosen) {
        super(Integer.toString(door.port()));
        String state = words.of("health", door.health());
        String service = words.of(Text.of("service." + door.service().key()));
        setId((door.outer() ? "outer-" : "inner-") + door.service().key());
        setGraphic(new SignView(SIGN, door.health(), state));
        setMinWidth(Region.USE_PREF_SIZE);
        getStyleClass().addAll("map-door", door.health().name().toLowerCase(Locale.ROOT));
        String spoken =
                words.of(door.outer() ? "map.outer" : "map.inner", getText(), service, state);
        setAccessibleText(spoken);
        setTooltip(new Tooltip(spoken));
        setOnAction(_ -> chosen.accept(door));
    }
}
