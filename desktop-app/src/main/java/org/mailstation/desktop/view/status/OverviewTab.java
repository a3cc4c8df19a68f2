package org.mailstation.desktop.view.status;

import java.time.Instant;
import java.util.List;
import javafx.application.Platform;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.mailstation.desktop.flow.Activity;
import org.mailstation.desktop.flow.Checkup;
import org.mailstation.desktop.flow.Repair;
import org.mailstation.desktop.flow.Sighting;
import org.mailstation.desktop.view.diagnosis.DiagnosisPane;
import org.mailstation.desktop.view.map.MapView;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.CheckBar;
import org.mailstation.desktop.view.parts.Icons;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.view.parts.Notice;
import org.mailstation.desktop.view.parts.SignView;
import org.mailstation.desktop.way.LetterWay;
import org.mailstation.desktop.way.Overview;
import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;

/** How the station is: the one sentence large, then everything behind it. */
final class OverviewTab {

    private static final double SIGN = 56;

    /** A tab that is lower shows the map, and nothing of what it means. */
    private static final double LOW = 400;

    private final Kit kit;
    private final Words words;
    private final Checkup checkup;
    private final SignView sign = new SignView(SIGN, Health.UNKNOWN, "");
    private final Label sentence = Blocks.paragraph("");
    private final Label checked = Blocks.note("");
    private final Button check;
    private final CheckBar bar;
    private final VBox silent = new VBox();
    private final Label never;
    private final RepairPane repair;
    private final MapView map;
    private final DiagnosisPane diagnosis;
    private final ScrollPane node;

    OverviewTab(Kit kit) {
        this.kit = kit;
        this.words = kit.words();
        this.checkup = kit.care().checkup();
        sentence.getStyleClass().add("status-sentence");
        sentence.setId("sentence");
        checked.setId("checked");
        check = new Button(words.of("status.check"), Icons.of(Icons.Sign.REFRESH));
        check.setId("check-now");
        check.setMnemonicParsing(true);
        check.setMinWidth(Region.USE_PREF_SIZE);
        check.setMaxWidth(Double.MAX_VALUE);
        check.setOnAction(_ -> checkup.look());
        bar = new CheckBar(kit, "check", words.of("check.lead"), checkup::cancel);
        silent.getStyleClass().add("page-part");
        never = Blocks.note(words.of("check.never"));
        repair = new RepairPane(kit);
        map = new MapView(words, this::focus);
        diagnosis = new DiagnosisPane(kit, checkup, map::forget);
        HBox top = top();
        node = Blocks.tab(map, top, bar, silent, repair, never, diagnosis);
        node.heightProperty()
                .addListener((_, _, height) -> begin(height.doubleValue() < LOW ? top : map));
        checkup.listen(_ -> showActivity());
        kit.care().repair().listen(_ -> showActivity());
        kit.care().repair().listen(this::follow);
    }

    /** Where not both have room, the sentence is more than the map. */
    private void begin(Node first) {
        ObservableList<Node> parts = ((VBox) node.getContent()).getChildren();
        if (parts.getFirst() != first) {
            parts.remove(first);
            parts.addFirst(first);
        }
    }

    private HBox top() {
        VBox texts = new VBox(sentence, checked);
        texts.getStyleClass().add("status-words");
        HBox.setHgrow(texts, Priority.ALWAYS);
        VBox buttons = new VBox(check, report());
        buttons.getStyleClass().add("status-buttons");
        HBox top = new HBox(sign, texts, buttons);
        top.getStyleClass().add("status-top");
        return top;
    }

    private Button report() {
        Button report = new Button(words.of("status.report"), Icons.of(Icons.Sign.REPORT));
        report.setId("report");
        report.setMnemonicParsing(true);
        report.setMinWidth(Region.USE_PREF_SIZE);
        report.setMaxWidth(Double.MAX_VALUE);
        report.setOnAction(_ -> kit.dialogs().report());
        return report;
    }

    ScrollPane node() {
        return node;
    }

    Node first() {
        return check;
    }

    private void showActivity() {
        Activity looking = checkup.view().activity();
        boolean running = looking.running() || kit.care().repair().view().activity().running();
        check.setDisable(running);
        bar.show(looking);
        diagnosis.busy(running);
        map.looking(running);
    }

    private void focus(String place, List<Finding> findings) {
        diagnosis.focus(place, findings);
        scrollTo(diagnosis);
    }

    /** What was pressed may be far below. */
    private void follow(Repair.View view) {
        if (view.job() != null) {
            scrollTo(repair);
        }
    }

    /** After the layout, which only then knows how high everything is. */
    private void scrollTo(Node part) {
        Platform.runLater(
                () -> {
                    node.layout();
                    double spare =
                            node.getContent().getBoundsInLocal().getHeight() - node.getHeight();
                    if (spare > 0) {
                        double top = part.getBoundsInParent().getMinY();
                        node.setVvalue(Math.min(1, top / spare));
                    }
                });
    }

    void show(Overview now) {
        Health health = now.health();
        sign.show(health, words.of("health", health));
        sentence.setText(now.sentence(words));
        Instant at = now.at();
        checked.setText(
                at == null
                        ? words.of("status.checking")
                        : words.of(
                                now.silent() ? "status.tried" : "status.checked", words.time(at)));
        map.show(LetterWay.of(now));
        showSilence(now);
        Blocks.visible(never, now.report() == null && !now.silent());
        diagnosis.show(now.diagnosis(), now.findings());
        diagnosis.setOpacity(now.silent() ? 0.6 : 1);
    }

    private void showSilence(Overview now) {
        silent.getChildren().clear();
        if (now.silent() && now.sighting() instanceof Sighting.Silent it) {
            silent.getChildren()
                    .add(
                            new Notice(
                                    Notice.Kind.WARNING,
                                    words.of(it.failure().text()),
                                    words.of("status.silent.text")));
            Sighting.Seen last = it.last();
            if (last != null) {
                silent.getChildren()
                        .add(Blocks.note(words.of("status.stale", words.time(last.at()))));
            }
        }
        Blocks.visible(silent, !silent.getChildren().isEmpty());
    }
}
