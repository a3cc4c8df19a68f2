package org.mailstation.desktop.view.report;

import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.mailstation.desktop.report.ReportFile;
import org.mailstation.desktop.report.Reporting;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.words.Words;

/** For whom a report is, in which language and form. */
final class Choices extends VBox {
    private final Words words;
    private final Reporting reporting;
    private final CheckBox forum;
    private final ComboBox<Locale> language = new ComboBox<>();
    private final ComboBox<ReportFile> form = new ComboBox<>();

    /** What is shown comes from the choice, and is no wish of the person. */
    private boolean showing;

    Choices(Words words, Reporting reporting) {
        this.words = words;
        this.reporting = reporting;
        forum = new CheckBox(words.of("report.forum"));
        forum.setId("report-forum");
        forum.setWrapText(true);
        forum.setMnemonicParsing(true);
        forum.selectedProperty().addListener((_, _, on) -> wish(one -> one.withForum(on)));
        language.setId("report-language");
        language.getItems().setAll(Locale.ENGLISH, Locale.GERMAN);
        language.setConverter(named(it -> it.getDisplayLanguage(it)));
        language.valueProperty().addListener((_, _, it) -> wish(one -> one.withLanguage(it)));
        form.setId("report-form");
        form.getItems().setAll(ReportFile.ZIP, ReportFile.PDF, ReportFile.HTML, ReportFile.JSON);
        form.setConverter(named(it -> words.of("report.form", it)));
        form.valueProperty().addListener((_, _, it) -> wish(one -> one.withForm(it)));
        FlowPane row =
                Blocks.row(
                        label("report.language", language),
                        language,
                        label("report.form-label", form),
                        form);
        getStyleClass().add("page-part");
        getChildren().setAll(forum, Blocks.note(words.of("report.forum.text")), row);
    }

    private Label label(String key, ComboBox<?> box) {
        Label label = new Label(words.of(key));
        label.setLabelFor(box);
        label.setMinWidth(USE_PREF_SIZE);
        box.setAccessibleText(words.of(key));
        return label;
    }

    private static <T> StringConverter<T> named(Function<T, String> name) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("nobody types here");
            }
        };
    }

    private void wish(UnaryOperator<Reporting.Choice> change) {
        if (!showing) {
            reporting.choose(change.apply(reporting.view().choice()));
        }
    }

    void show(Reporting.View view) {
        showing = true;
        forum.setSelected(view.choice().forum());
        language.setValue(view.choice().language());
        form.setValue(view.choice().form());
        showing = false;
        setDisable(view.activity().running());
    }
}
