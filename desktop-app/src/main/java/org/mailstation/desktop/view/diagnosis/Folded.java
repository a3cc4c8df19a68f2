package org.mailstation.desktop.view.diagnosis;

import javafx.scene.Node;
import javafx.scene.control.TitledPane;

/** What need not be read at first. */
final class Folded {
    private Folded() {}

    static TitledPane of(String title, Node content) {
        TitledPane pane = new TitledPane(title, content);
        pane.setExpanded(false);
        pane.setAnimated(false);
        pane.getStyleClass().add("folded");
        return pane;
    }
}
