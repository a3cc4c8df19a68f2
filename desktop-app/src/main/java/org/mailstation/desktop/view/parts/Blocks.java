package org.mailstation.desktop.view.parts;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** How pages and texts are laid out. */
public final class Blocks {

    private Blocks() {}

    /**
     * A page: headline, one sentence of explanation, and its content, scrolled where the window is
     * too low.
     */
    public static ScrollPane page(String headline, String lead, Node... content) {
        Label title = new Label(headline);
        title.getStyleClass().add("page-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        VBox column = new VBox(title);
        if (!lead.isEmpty()) {
            Label explanation = paragraph(lead);
            explanation.getStyleClass().add("page-lead");
            column.getChildren().add(explanation);
        }
        column.getChildren().addAll(content);
        return scrolled(column, "page");
    }

    /** A tab of a page, scrolled where the window is too low. */
    public static ScrollPane tab(Node... content) {
        return scrolled(new VBox(content), "tab-page");
    }

    private static ScrollPane scrolled(VBox column, String styleClass) {
        column.getStyleClass().add(styleClass);
        ScrollPane scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        // the keyboard scrolls by moving the focus; as a stop of its own it would only be in the
        // way
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("page-scroll");
        InSight.follow(scroll);
        return scroll;
    }

    /** Text that breaks into lines. */
    public static Label paragraph(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setTextAlignment(TextAlignment.LEFT);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** Text in small, pale letters. */
    public static Label note(String text) {
        Label label = paragraph(text);
        label.getStyleClass().add("note");
        return label;
    }

    /** A heading inside a page. */
    public static Label section(String text) {
        Label label = paragraph(text);
        label.getStyleClass().add("section");
        return label;
    }

    /** Text whose every character counts. */
    public static Label code(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("code");
        return label;
    }

    /** Things side by side, of which those that find no room go below the others. */
    public static FlowPane row(Node... parts) {
        FlowPane row = new FlowPane(parts);
        row.getStyleClass().add("flow-row");
        return row;
    }

    /** An empty two-column list of names and values. */
    public static GridPane facts() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("facts");
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(new ColumnConstraints(), values);
        return grid;
    }

    /** Adds a line to {@link #facts()}. */
    public static void fact(GridPane facts, String name, Node value) {
        Label label = heading(name);
        label.setLabelFor(value);
        facts.addRow(facts.getRowCount(), label, value);
    }

    /** What stands above a column of a table, or beside a fact. */
    public static Label heading(String text) {
        Label label = whole(new Label(text));
        label.getStyleClass().add("fact-name");
        return label;
    }

    /** A label that is neither wrapped nor cut off. */
    public static Label whole(Label label) {
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** Two things side by side, of the same width. */
    public static GridPane pair(Node left, Node right) {
        GridPane row = new GridPane();
        row.getStyleClass().add("field-pair");
        row.addRow(0, left, right);
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            row.getColumnConstraints().add(half);
        }
        return row;
    }

    /** Shows a node and gives it room, or takes it out of both. */
    public static void visible(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
