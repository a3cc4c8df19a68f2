package org.mailstation.desktop.view;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.mailstation.desktop.stations.Stations;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.Icons;
import org.mailstation.desktop.words.Words;

/** Above every page: nobody watches, so what is shown may be old; one press ends that. */
final class PausedStrip extends HBox {

    PausedStrip(Stations stations, Words words) {
        Label text = new Label(words.of("paused"));
        text.setId("paused");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button goOn = new Button(words.of("tray.resume"));
        goOn.setId("go-on");
        goOn.setMinWidth(Region.USE_PREF_SIZE);
        goOn.setOnAction(_ -> stations.goOn());
        getStyleClass().add("paused");
        getChildren().setAll(Icons.of(Icons.Sign.INFORMATION), text, goOn);
        stations.onPause(paused -> Blocks.visible(this, paused));
    }
}
