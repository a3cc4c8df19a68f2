package org.mailstation.desktop.view;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.flow.SetupFlow;
import org.mailstation.desktop.flow.SetupState;
import org.mailstation.desktop.flow.Step;
import org.mailstation.desktop.icon.AppIcon;
import org.mailstation.desktop.icon.HealthSign;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.Icons;
import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Health;

/** The steps at the window's left: where one is, what is done, and where one may go. */
final class StepRail extends VBox {

    private static final int LOGO = 36;
    private static final String CURRENT = "current";
    private static final String DONE = "done";

    private final SetupFlow flow;
    private final Words words;
    private final Map<Step, Button> items = new EnumMap<>(Step.class);
    private final Map<Step, Label> marks = new EnumMap<>(Step.class);
    private final ScrollPane scroll;
    private final Label name;
    private Health health = Health.UNKNOWN;
    private boolean narrow;

    /**
     * @param chooser of the station, below the program's name
     */
    StepRail(SetupFlow flow, Words words, Node chooser) {
        this.flow = flow;
        this.words = words;
        ImageView logo = new ImageView(SwingFXUtils.toFXImage(AppIcon.draw(LOGO * 2), null));
        logo.setFitWidth(LOGO);
        logo.setFitHeight(LOGO);
        name = new Label(words.of("app.name"));
        name.getStyleClass().add("rail-name");
        HBox head = new HBox(logo, name);
        head.getStyleClass().add("rail-head");
        VBox steps = new VBox();
        for (Step step : Step.values()) {
            if (step == Step.STATUS) {
                Region gap = new Region();
                VBox.setVgrow(gap, Priority.ALWAYS);
                steps.getChildren().addAll(gap, new Separator());
            }
            steps.getChildren().add(item(step));
        }
        scroll = scrolled(steps);
        getChildren().setAll(head, chooser, scroll);
        getStyleClass().add("rail");
        setMinWidth(Region.USE_PREF_SIZE);
    }

    /** A low window has not room for all of them; where one is stays in sight. */
    private ScrollPane scrolled(VBox steps) {
        ScrollPane pane = new ScrollPane(steps);
        pane.setFitToWidth(true);
        pane.setFitToHeight(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setFocusTraversable(false);
        pane.getStyleClass().addAll("page-scroll", "rail-steps");
        VBox.setVgrow(pane, Priority.ALWAYS);
        pane.viewportBoundsProperty().addListener((_, _, _) -> reveal());
        return pane;
    }

    private void reveal() {
        Button item = items.get(flow.state().step());
        double spare =
                scroll.getContent().getLayoutBounds().getHeight()
                        - scroll.getViewportBounds().getHeight();
        if (item != null && spare > 0) {
            double middle = item.getLayoutY() + item.getHeight() / 2;
            double half = scroll.getViewportBounds().getHeight() / 2;
            scroll.setVvalue(Math.clamp((middle - half) / spare, 0, 1));
        }
    }

    /** Only the signs, where there is not enough room for the names. */
    void narrow(boolean now) {
        narrow = now;
        Blocks.visible(name, !now);
        items.forEach((step, item) -> item.setTooltip(tip(step)));
    }

    private @Nullable Tooltip tip(Step step) {
        return narrow ? new Tooltip(words.of("step", step)) : null;
    }

    private Button item(Step step) {
        Label mark = new Label(step == Step.STATUS ? "" : Integer.toString(step.ordinal() + 1));
        mark.getStyleClass().add("rail-mark");
        Button item = new Button(words.of("step", step), mark);
        item.setId("step-" + step.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        item.setMaxWidth(Double.MAX_VALUE);
        item.getStyleClass().add("rail-item");
        item.setOnAction(_ -> flow.goTo(step));
        items.put(step, item);
        marks.put(step, mark);
        return item;
    }

    void show(SetupState state) {
        items.forEach((step, item) -> show(step, item, state));
        reveal();
    }

    private void show(Step step, Button item, SetupState state) {
        boolean current = step == state.step();
        boolean done = step.compareTo(state.step()) < 0;
        item.getStyleClass().removeAll(CURRENT, DONE);
        if (current || done) {
            item.getStyleClass().add(current ? CURRENT : DONE);
        }
        item.setDisable(!current && !flow.canGoTo(step));
        item.setFocusTraversable(!current);
        item.setAccessibleText(
                words.of(
                        current ? "rail.current" : done ? "rail.done" : "rail.ahead",
                        words.of("step", step)));
        mark(step, done);
    }

    private void mark(Step step, boolean done) {
        Label mark = Objects.requireNonNull(marks.get(step));
        if (step == Step.STATUS) {
            mark.setText(HealthSign.of(health).glyph());
            mark.getStyleClass()
                    .setAll("rail-mark", "health", health.name().toLowerCase(Locale.ROOT));
        } else {
            mark.setText(done ? "" : Integer.toString(step.ordinal() + 1));
            mark.setGraphic(done ? Icons.of(Icons.Sign.DONE) : null);
        }
    }

    /** Shows the station's health beside the status step. */
    void show(Health now) {
        health = now;
        mark(Step.STATUS, false);
    }
}
