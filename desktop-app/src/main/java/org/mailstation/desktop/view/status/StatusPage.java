package org.mailstation.desktop.view.status;

import java.time.InstantSource;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.StationStatus;
import org.mailstation.desktop.flow.SetupState.Home;
import org.mailstation.desktop.flow.Sighting;
import org.mailstation.desktop.flow.StatusSentence;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.FindingList;
import org.mailstation.desktop.view.parts.Icons;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.view.parts.Notice;
import org.mailstation.desktop.view.parts.Page;
import org.mailstation.desktop.view.parts.SignView;
import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Health;

/** How the station is: the one sentence large, then everything behind it. */
public final class StatusPage implements Page<Home> {

    private static final double SIGN = 64;

    private final Kit kit;
    private final Words words;
    private final SignView sign;
    private final Label sentence = new Label();
    private final Label checked = Blocks.note("");
    private final VBox silent = new VBox();
    private final FindingList findings;
    private final ListenerTable listeners;
    private final StationFacts facts;
    private final VBox known;
    private final Parent node;

    /**
     * @param refresh looks now
     */
    public StatusPage(Kit kit, InstantSource clock, Runnable refresh) {
        this.kit = kit;
        this.words = kit.words();
        sign = new SignView(SIGN, Health.UNKNOWN, "");
        sentence.getStyleClass().add("status-sentence");
        sentence.setWrapText(true);
        sentence.setId("sentence");
        checked.setId("checked");
        findings = new FindingList(kit);
        listeners = new ListenerTable(words);
        facts = new StationFacts(kit, clock);
        known =
                new VBox(
                        Blocks.section(words.of("status.listeners")),
                        listeners,
                        Blocks.section(words.of("status.station")),
                        facts);
        known.getStyleClass().add("page-part");
        silent.getStyleClass().add("page-part");
        node = Blocks.page(words.of("status.title"), "", top(refresh), silent, findings, known);
        show(new Sighting.NotYet());
    }

    private HBox top(Runnable refresh) {
        Button button = new Button(words.of("status.refresh"), Icons.of(Icons.Sign.REFRESH));
        button.setId("refresh");
        button.setMnemonicParsing(true);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(
                _ -> {
                    checked.setText(words.of("status.checking"));
                    refresh.run();
                });
        VBox texts = new VBox(sentence, checked);
        texts.getStyleClass().add("status-words");
        HBox.setHgrow(texts, Priority.ALWAYS);
        HBox top = new HBox(sign, texts, button);
        top.getStyleClass().add("status-top");
        return top;
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void show(Home state) {
        // everything here comes from the watch
    }

    /** Shows what the latest look found. */
    public void show(Sighting sighting) {
        Health health = sighting.health();
        sign.show(health, words.of("health", health));
        sentence.setText(StatusSentence.of(sighting, words));
        checked.setText(
                switch (sighting) {
                    case Sighting.NotYet _ -> words.of("status.checking");
                    case Sighting.Seen seen -> words.of("status.checked", words.time(seen.at()));
                    case Sighting.Silent it -> words.of("status.tried", words.time(it.at()));
                });
        showSilence(sighting);
        Sighting.@Nullable Seen seen =
                switch (sighting) {
                    case Sighting.NotYet _ -> null;
                    case Sighting.Seen it -> it;
                    case Sighting.Silent it -> it.last();
                };
        boolean stale = sighting instanceof Sighting.Silent;
        findings.show(seen == null || stale ? List.of() : seen.status().findings());
        Blocks.visible(known, seen != null);
        known.setOpacity(stale ? 0.6 : 1);
        if (seen != null) {
            StationStatus status = seen.status();
            listeners.show(status.listeners());
            facts.show(status);
        }
    }

    private void showSilence(Sighting sighting) {
        silent.getChildren().clear();
        if (sighting instanceof Sighting.Silent it) {
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

    @Override
    public void forward() {
        kit.flow().openForm();
    }

    @Override
    public @Nullable Node first() {
        return node.lookup("#refresh");
    }
}
