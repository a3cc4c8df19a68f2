package org.mailstation.desktop.view.map;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.StackPane;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.view.parts.Icons;
import org.mailstation.desktop.view.parts.SignView;
import org.mailstation.desktop.way.Place;
import org.mailstation.desktop.way.Spot;
import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Health;

/** One place of the map: its picture, its name, and how it is, by shape, colour and word. */
final class PlaceButton extends Button {

    private static final double SIGN = 22;
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Words words;
    private final SignView sign = new SignView(SIGN, Health.UNKNOWN, "");
    private @Nullable Place shown;

    PlaceButton(Spot spot, Words words, Consumer<Place> chosen) {
        super(words.of("spot", spot));
        this.words = words;
        setId("spot-" + spot.name().toLowerCase(Locale.ROOT));
        StackPane tile = new StackPane(Icons.of(icon(spot)), sign);
        tile.getStyleClass().add("map-tile");
        StackPane.setAlignment(sign, Pos.BOTTOM_RIGHT);
        sign.setTranslateX(7);
        sign.setTranslateY(7);
        setGraphic(tile);
        setContentDisplay(ContentDisplay.TOP);
        setWrapText(true);
        setTextAlignment(TextAlignment.CENTER);
        getStyleClass().add("map-place");
        setOnAction(
                _ -> {
                    Place place = shown;
                    if (place != null) {
                        chosen.accept(place);
                    }
                });
    }

    private static Icons.Sign icon(Spot spot) {
        return switch (spot) {
            case SENDER -> Icons.Sign.SENDER;
            case PROVIDER -> Icons.Sign.PROVIDER;
            case ROUTER -> Icons.Sign.ROUTER;
            case STATION -> Icons.Sign.STATION;
            case DAEMON -> Icons.Sign.DAEMON;
            case MAILBOX -> Icons.Sign.MAILBOX;
            case DNS -> Icons.Sign.DNS;
            case DDNS -> Icons.Sign.DDNS;
        };
    }

    void show(Place place) {
        shown = place;
        String state = place.used() ? words.of("health", place.health()) : words.of("map.unused");
        sign.show(place.health(), state);
        sign.setVisible(place.used());
        for (Health health : Health.values()) {
            getStyleClass().remove(name(health));
        }
        getStyleClass().add(place.used() ? name(place.health()) : "unused");
        setAccessibleText(words.of("map.place", getText(), state));
    }

    private static String name(Health health) {
        return health.name().toLowerCase(Locale.ROOT);
    }

    void chosen(boolean it) {
        pseudoClassStateChanged(CHOSEN, it);
    }

    /** The part that is alive while somebody looks. */
    SignView sign() {
        return sign;
    }
}
