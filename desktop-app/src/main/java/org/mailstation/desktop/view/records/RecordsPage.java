package org.mailstation.desktop.view.records;

import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.flow.Publishing;
import org.mailstation.desktop.flow.SetupState.Afterwards;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.CheckBar;
import org.mailstation.desktop.view.parts.Icons;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.view.parts.Notice;
import org.mailstation.desktop.view.parts.Page;
import org.mailstation.desktop.words.Words;
import org.mailstation.records.ComparedRecords;
import org.mailstation.records.Comparison;
import org.mailstation.records.ZoneFile;
import org.mailstation.text.Text;

/** Each record with a button to copy it, and a tick as soon as the name servers have it. */
public final class RecordsPage implements Page<Afterwards> {

    private final Kit kit;
    private final Words words;
    private final Publishing publishing;
    private final CheckBar bar;
    private final Button again;
    private final StackPane answer = new StackPane();
    private final VBox rows = new VBox();
    private final VBox notes = new VBox();
    private final TextArea zone = new TextArea();
    private final TitledPane zonePart;
    private final Parent node;
    private @Nullable ComparedRecords shown;

    public RecordsPage(Kit kit) {
        this.kit = kit;
        words = kit.words();
        publishing = kit.care().publishing();
        bar = new CheckBar(kit, "records", words.of("records.looking"), publishing::cancel);
        again = new Button(words.of("records.again"), Icons.of(Icons.Sign.REFRESH));
        again.setId("records-again");
        again.setMnemonicParsing(true);
        again.setOnAction(_ -> publishing.watch());
        rows.getStyleClass().add("records");
        notes.getStyleClass().add("page-part");
        zonePart = zonePart();
        node =
                Blocks.page(
                        words.of("records.title"),
                        words.of("records.lead"),
                        answer,
                        bar,
                        rows,
                        again,
                        notes,
                        zonePart);
        publishing.listen(this::show);
    }

    private TitledPane zonePart() {
        zone.setId("zone");
        zone.setEditable(false);
        zone.setPrefRowCount(8);
        zone.setAccessibleText(words.of("records.zone"));
        zone.getStyleClass().add("code");
        Button copy = new Button(words.of("records.zone.copy"), Icons.of(Icons.Sign.COPY));
        copy.setId("zone-copy");
        copy.setOnAction(_ -> kit.dialogs().copy(zone.getText()));
        VBox column =
                new VBox(Blocks.paragraph(words.of("records.zone.text")), zone, new HBox(copy));
        column.getStyleClass().add("page-part");
        TitledPane pane = new TitledPane(words.of("records.zone"), column);
        pane.setId("zone-part");
        pane.setExpanded(false);
        pane.setAnimated(false);
        return pane;
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void entered() {
        publishing.watch();
    }

    @Override
    public void left() {
        publishing.leave();
    }

    private void show(Publishing.View view) {
        bar.show(view.activity());
        again.setDisable(view.activity().running());
        ComparedRecords records = view.records();
        Blocks.visible(zonePart, records != null && !records.list().isEmpty());
        if (records == null || records.equals(shown)) {
            return;
        }
        shown = records;
        int index = 0;
        rows.getChildren().clear();
        for (Comparison one : records.list()) {
            rows.getChildren().add(new RecordRow(kit, index++, one));
        }
        notes.getChildren()
                .setAll(
                        records.notes().stream()
                                .map((Text note) -> Blocks.note(words.of(note)))
                                .toList());
        zone.setText(String.join("\n", lines(records)));
        answer.getChildren().setAll(answer(records));
    }

    private List<String> lines(ComparedRecords records) {
        return ZoneFile.lines(records.wanted(), words.locale());
    }

    private Notice answer(ComparedRecords records) {
        long missing =
                records.list().stream()
                        .filter(one -> one.state() != Comparison.State.MATCHES)
                        .count();
        return records.complete()
                ? new Notice(Notice.Kind.SUCCESS, words.of("records.complete"), "")
                : new Notice(
                        Notice.Kind.INFORMATION,
                        words.of("records.open", missing),
                        words.of("records.open.text"));
    }

    @Override
    public void forward() {
        kit.flow().next();
    }
}
