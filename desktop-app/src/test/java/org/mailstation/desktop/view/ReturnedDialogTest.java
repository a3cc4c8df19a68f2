package org.mailstation.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.desktop.fake.Letters;
import org.mailstation.desktop.flow.Explaining;

class ReturnedDialogTest {
    static final String BOUNCE =
            """
            Return-Path: <>
            From: MAILER-DAEMON@relay.example.org
            To: joerg@mueller-family.example
            Subject: failure notice

            <old.friend@example.org>:
            192.0.2.25 does not like recipient.
            Remote host said: 550 5.1.1 User unknown
            """;

    @TempDir Path folder;

    @Test
    void a_file_and_a_text_are_explained_with_what_the_station_knows() throws Exception {
        Path file = Files.writeString(folder.resolve("back.eml"), BOUNCE);
        try (Ui ui = new Ui(Locale.ENGLISH, ColorScheme.LIGHT)) {
            Scene scene = open(ui, Optional.of(file));
            Ui.fx(() -> ((Button) scene.lookup("#returned-file")).fire());
            Ui.until(() -> text(scene).contains("For: old.friend@example.org"));
            assertThat(text(scene))
                    .contains("There is no mailbox with this address.")
                    .contains("a letter to this recipient that had trouble")
                    .contains("550 5.1.1 User unknown");
            ui.shoot("15-returned-en-light", scene);
            Ui.fx(
                    () -> {
                        ((TextArea) scene.lookup("#returned-text"))
                                .setText("552 5.2.2 Mailbox full");
                        ((Button) scene.lookup("#returned-explain")).fire();
                    });
            Ui.until(() -> text(scene).contains("The mailbox of the recipient is full."));
        }
    }

    @Test
    void what_is_no_returned_letter_is_told_so_in_german_too() {
        try (Ui ui = new Ui(Locale.GERMAN, ColorScheme.DARK)) {
            Scene scene = open(ui, Optional.of(folder.resolve("missing.eml")));
            Ui.fx(() -> ((Button) scene.lookup("#returned-file")).fire());
            Ui.until(() -> text(scene).contains("Die Datei missing.eml ist nicht lesbar."));
            Ui.fx(
                    () -> {
                        ((TextArea) scene.lookup("#returned-text")).setText("Liebe Oma, bis bald!");
                        ((Button) scene.lookup("#returned-explain")).fire();
                    });
            Ui.until(() -> text(scene).contains("keine Antwort eines Mailservers"));
            ui.shoot("15-returned-none-de-dark", scene);
        }
    }

    @Test
    void the_tab_of_letters_offers_it() {
        try (Ui ui = new Ui(Locale.ENGLISH, ColorScheme.LIGHT)) {
            ui.toHome();
            ui.tab("mail");
            ui.click("letters-back");
            Ui.until(() -> ui.dialogs.explanations.size() == 1);
        }
    }

    private @Nullable ReturnedDialog dialog;

    /** One that stays open would take the keys of the tests after it. */
    @AfterEach
    void close() {
        ReturnedDialog open = dialog;
        if (open != null) {
            Ui.fx(open::close);
        }
    }

    private Scene open(Ui ui, Optional<Path> chosen) {
        ui.toHome();
        Letters.onto(ui.nas.station.desk);
        Explaining explaining = ui.care.explaining();
        ReturnedDialog fresh =
                Ui.onFx(() -> new ReturnedDialog(ui.stage, ui.words, explaining, () -> chosen));
        dialog = fresh;
        Ui.fx(fresh::show);
        return fresh.scene();
    }

    private static String text(Scene scene) {
        return Ui.onFx(
                () ->
                        String.join(
                                "\n",
                                scene.getRoot().lookupAll(".label").stream()
                                        .map(node -> ((Label) node).getText())
                                        .toList()));
    }
}
