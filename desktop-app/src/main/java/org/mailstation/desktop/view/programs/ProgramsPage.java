package org.mailstation.desktop.view.programs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.mailstation.clients.ClientWay;
import org.mailstation.desktop.flow.Handout;
import org.mailstation.desktop.flow.SetupState.Afterwards;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.CheckBar;
import org.mailstation.desktop.view.parts.CopyText;
import org.mailstation.desktop.view.parts.Field;
import org.mailstation.desktop.view.parts.Icons;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.view.parts.Page;
import org.mailstation.desktop.words.Words;

/** For each person: server names, ports, user name. */
public final class ProgramsPage implements Page<Afterwards> {

    private final Kit kit;
    private final Words words;
    private final Handout handout;
    private final CheckBar bar;
    private final ComboBox<String> person = new ComboBox<>();
    private final Map<Handout.Reading, RadioButton> readings = new EnumMap<>(Handout.Reading.class);
    private final Button again;
    private final VBox values = new VBox();
    private final Label where = Blocks.note("");
    private final FlowPane files = Blocks.row();
    private final Label saved = Blocks.paragraph("");
    private final Label signature = Blocks.note("");
    private final VBox filePart;
    private final QrPicture code = new QrPicture();
    private final Label codeWords = Blocks.paragraph("");
    private final VBox codePart;
    private final Parent node;

    public ProgramsPage(Kit kit) {
        this.kit = kit;
        words = kit.words();
        handout = kit.care().handout();
        bar = new CheckBar(kit, "programs", words.of("programs.asking"), handout::cancel);
        again = new Button(words.of("again"), Icons.of(Icons.Sign.REFRESH));
        again.setId("programs-again");
        again.setMnemonicParsing(true);
        again.setOnAction(_ -> handout.open());
        person.setId("program-person");
        person.setMaxWidth(Double.MAX_VALUE);
        person.valueProperty()
                .addListener(
                        (_, _, chosen) -> {
                            if (chosen != null) {
                                handout.choose(chosen);
                            }
                        });
        values.getStyleClass().add("page-part");
        saved.setId("program-saved");
        filePart =
                new VBox(
                        Blocks.section(words.of("programs.files")),
                        Blocks.paragraph(words.of("programs.files.text")),
                        files,
                        signature,
                        saved);
        filePart.getStyleClass().add("page-part");
        codeWords.setId("program-qr-words");
        HBox.setHgrow(codeWords, Priority.ALWAYS);
        HBox row = new HBox(code, codeWords);
        row.getStyleClass().add("qr-row");
        codePart = new VBox(Blocks.section(words.of("programs.qr")), row);
        codePart.getStyleClass().add("page-part");
        node =
                Blocks.page(
                        words.of("programs.title"),
                        words.of("programs.lead"),
                        bar,
                        again,
                        new Field(words.of("programs.person"), person, ""),
                        choice(),
                        codePart,
                        values,
                        where,
                        filePart);
        handout.listen(this::show);
    }

    private FlowPane choice() {
        ToggleGroup group = new ToggleGroup();
        FlowPane row = Blocks.row();
        row.getStyleClass().add("choice-row");
        for (Handout.Reading reading : Handout.Reading.values()) {
            RadioButton button = new RadioButton(words.of("programs.reading", reading));
            button.setId("read-by-" + reading.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.setOnAction(_ -> handout.read(reading));
            readings.put(reading, button);
            row.getChildren().add(button);
        }
        return row;
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void entered() {
        handout.open();
    }

    @Override
    public void left() {
        handout.cancel();
    }

    private void show(Handout.View view) {
        bar.show(view.activity());
        Blocks.visible(again, view.host().isEmpty() && !view.activity().running());
        if (!person.getItems().equals(view.people())) {
            person.getItems().setAll(view.people());
        }
        person.setValue(view.person());
        readings.forEach((reading, button) -> button.setSelected(reading == view.reading()));
        values.getChildren().clear();
        showFiles(view);
        showCode(view);
        where.setText("");
        if (view.host().isEmpty()) {
            return;
        }
        values.getChildren().add(Blocks.section(words.of("programs.in", view.reading())));
        values.getChildren().add(way("in", view, view.in()));
        values.getChildren().add(Blocks.section(words.of("programs.out")));
        values.getChildren().add(way("out", view, view.out()));
        ClientWay in = view.in();
        if (in != null) {
            where.setText(words.of(in.everywhere() ? "programs.everywhere" : "programs.home-only"));
        }
    }

    private void showFiles(Handout.View view) {
        Blocks.visible(filePart, !view.files().isEmpty());
        saved.setText("");
        files.getChildren().clear();
        for (Handout.ClientFile file : view.files()) {
            Button button =
                    new Button(
                            words.of("programs.file", file.program()), Icons.of(Icons.Sign.SAVE));
            button.setId("save-" + file.program().name().toLowerCase(Locale.ROOT));
            button.setOnAction(_ -> save(file.name(), file.content()));
            files.getChildren().add(button);
        }
        Sheet sheet = new Sheet(words, view);
        if (sheet.complete()) {
            Button button =
                    new Button(words.of("programs.file.outlook"), Icons.of(Icons.Sign.SAVE));
            button.setId("save-outlook");
            button.setOnAction(
                    _ ->
                            save(
                                    sheet.outlookName(),
                                    sheet.forOutlook().getBytes(StandardCharsets.UTF_8)));
            files.getChildren().add(button);
        }
        boolean signed = view.files().stream().anyMatch(Handout.ClientFile::signed);
        signature.setText(
                view.files().isEmpty()
                        ? ""
                        : words.of(signed ? "programs.signed" : "programs.unsigned"));
    }

    private void showCode(Handout.View view) {
        Sheet sheet = new Sheet(words, view);
        Blocks.visible(codePart, sheet.complete());
        if (sheet.complete()) {
            boolean page = !view.profilePage().isEmpty();
            codeWords.setText(
                    words.of(
                            page ? "programs.qr.page.text" : "programs.qr.values.text",
                            view.person()));
            code.show(sheet.forCamera(), words.of("programs.qr.spoken", sheet.forCamera()));
        }
    }

    private void save(String name, byte[] content) {
        try {
            kit.dialogs()
                    .save(name, content)
                    .ifPresent(path -> saved.setText(words.of("programs.saved", path.toString())));
        } catch (IOException e) {
            saved.setText(words.of("programs.not-saved", String.valueOf(e.getMessage())));
        }
    }

    private GridPane way(String id, Handout.View view, @Nullable ClientWay way) {
        GridPane facts = Blocks.facts();
        if (way == null) {
            Blocks.fact(
                    facts,
                    words.of("programs.server"),
                    Blocks.paragraph(words.of("programs.closed")));
            return facts;
        }
        copy(facts, id + "-server", "programs.server", view.host());
        copy(facts, id + "-port", "programs.port", Integer.toString(way.port()));
        Blocks.fact(
                facts,
                words.of("programs.security"),
                Blocks.paragraph(
                        words.of(
                                way.tlsAtOnce()
                                        ? "programs.security.tls"
                                        : "programs.security.starttls")));
        copy(facts, id + "-user", "programs.user", view.person());
        Blocks.fact(
                facts,
                words.of("programs.password"),
                Blocks.paragraph(words.of("programs.password.text")));
        return facts;
    }

    private void copy(GridPane facts, String id, String key, String value) {
        CopyText text = new CopyText("program-" + id, words.of(key), kit);
        text.setText(value);
        Blocks.fact(facts, words.of(key), text);
    }

    @Override
    public void forward() {
        kit.flow().next();
    }
}
