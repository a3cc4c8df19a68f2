package org.mailstation.desktop.view.find;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.mailstation.desktop.discovery.Found;
import org.mailstation.desktop.discovery.SshAnswer;
import org.mailstation.desktop.flow.NasAddress;
import org.mailstation.desktop.flow.Neighbourhood;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.Icons;
import org.mailstation.desktop.words.Words;

/** The NASes around, one row each, filled as they answer. */
final class FoundList extends VBox {
    private static final double ROW = 62;
    private static final int ROWS = 3;

    private final Words words;
    private final ListView<Found> list = new ListView<>();
    private final Label state = Blocks.note("");
    private final VBox hints = new VBox();
    private final ProgressIndicator wheel = new ProgressIndicator();
    private final Button again;

    /**
     * @param refresh looks once more
     * @param chosen told the address of the row that the person went to, as it would be typed
     * @param taken the person wants to go on with it
     */
    FoundList(Words words, Runnable refresh, Consumer<String> chosen, Runnable taken) {
        this.words = words;
        list.setId("found");
        list.getStyleClass().add("found");
        list.setAccessibleText(words.of("find.found"));
        list.setFixedCellSize(ROW);
        list.setCellFactory(_ -> new Row());
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (_, _, found) -> {
                            if (found != null) {
                                chosen.accept(address(found));
                            }
                        });
        list.setOnMouseClicked(
                click -> {
                    if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2) {
                        taken.run();
                    }
                });
        list.setOnKeyPressed(
                key -> {
                    if (key.getCode() == KeyCode.ENTER) {
                        key.consume();
                        taken.run();
                    }
                });
        again = new Button(words.of("find.again"), Icons.of(Icons.Sign.REFRESH));
        again.setId("search-again");
        again.setMnemonicParsing(true);
        again.setOnAction(_ -> refresh.run());
        wheel.getStyleClass().add("found-wheel");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(Blocks.section(words.of("find.found")), wheel, state, gap, again);
        head.getStyleClass().add("found-head");
        hints.getStyleClass().add("found-hints");
        getStyleClass().add("found-part");
        getChildren().setAll(head, list, hints);
        show(Neighbourhood.View.NOTHING_YET);
    }

    void show(Neighbourhood.View view) {
        Found before = list.getSelectionModel().getSelectedItem();
        list.getItems().setAll(view.found());
        if (before != null) {
            view.found().stream()
                    .filter(found -> found.address().equals(before.address()))
                    .findFirst()
                    .ifPresent(list.getSelectionModel()::select);
        }
        list.setPrefHeight(ROW * Math.min(ROWS, Math.max(1, view.found().size())) + 2);
        Blocks.visible(list, !view.found().isEmpty());
        Blocks.visible(wheel, view.looking());
        Blocks.visible(state, view.looking());
        state.setText(view.looking() ? words.of("find.looking") : "");
        again.setDisable(view.looking());
        hints.getChildren()
                .setAll(view.hints().stream().map(words::of).map(Blocks::paragraph).toList());
        Blocks.visible(hints, !view.hints().isEmpty());
    }

    /** As if the person had gone to its row. */
    void choose(Found found) {
        list.getSelectionModel().select(found);
    }

    private static String address(Found found) {
        return new NasAddress(found.address(), found.sshPort()).toString();
    }

    private final class Row extends ListCell<Found> {
        @Override
        protected void updateItem(Found found, boolean empty) {
            super.updateItem(found, empty);
            setText(null);
            if (empty || found == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            Label name = new Label(found.name().isEmpty() ? found.address() : found.name());
            name.getStyleClass().add("found-name");
            Label details = new Label(details(found));
            details.getStyleClass().add("note");
            VBox column = new VBox(name, details);
            column.getStyleClass().add("found-column");
            HBox row = new HBox(Icons.of(Icons.Sign.STATION), column);
            row.getStyleClass().add("found-row");
            setGraphic(row);
            setAccessibleText(name.getText() + ", " + details.getText());
        }
    }

    /** What tells one box from another, and what is to be done before one can sign in there. */
    private String details(Found found) {
        Stream<String> ssh =
                found.ssh() instanceof SshAnswer.Answers || found.ssh() instanceof SshAnswer.Pending
                        ? Stream.of()
                        : Stream.of(words.of(found.sshText()));
        List<String> parts =
                Stream.concat(
                                Stream.of(
                                        words.of(found.kind().text()) + " " + found.model(),
                                        found.system(),
                                        found.address()),
                                ssh)
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
        return parts.stream().collect(Collectors.joining(" · "));
    }
}
