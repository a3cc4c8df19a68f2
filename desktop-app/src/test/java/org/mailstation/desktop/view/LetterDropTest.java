package org.mailstation.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.application.ColorScheme;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.bounce.Bounces;
import org.mailstation.bounce.Explanation;
import org.mailstation.desktop.fake.Letters;
import org.mailstation.desktop.flow.Activity;
import org.mailstation.desktop.flow.Explaining;
import org.mailstation.desktop.remote.StationFailure;
import org.mailstation.desktop.view.parts.LetterDrop;

/** Letters that somebody lets fall on the home window. */
class LetterDropTest {
    private static final String BOUNCE =
            """
            Return-Path: <>
            From: MAILER-DAEMON@relay.example.org
            To: joerg@mueller-family.example
            Subject: failure notice

            <bob@gmail.com>:
            Remote host said: 550 5.7.25 The IP address does not have a PTR record - gsmtp
            """;

    @TempDir Path folder;
    private Ui ui;
    private Explaining explaining;
    private @Nullable ReturnedDialog open;

    @BeforeEach
    void home() {
        ui = new Ui(Locale.GERMAN, ColorScheme.LIGHT);
        ui.toHome();
        Letters.onto(ui.nas.station.desk);
        explaining = ui.care.explaining();
    }

    /** A dialog that stays open would take the keys of the tests after it. */
    @AfterEach
    void close() {
        ReturnedDialog left = open;
        if (left != null) {
            Ui.fx(left::close);
        }
        ui.close();
    }

    private ReturnedDialog open() {
        ReturnedDialog dialog =
                Ui.onFx(
                        () ->
                                new ReturnedDialog(
                                        ui.stage, ui.words, explaining, java.util.Optional::empty));
        open = dialog;
        Ui.fx(dialog::show);
        return dialog;
    }

    private boolean fall(LetterDrop.Fallen fallen) {
        return Ui.onFx(
                () -> LetterDrop.take(fallen, explaining, () -> ui.dialogs.returned(explaining)));
    }

    private static LetterDrop.Fallen board(ClipboardContent content) {
        return Ui.onFx(
                () -> {
                    Clipboard board = Clipboard.getSystemClipboard();
                    board.setContent(content);
                    return LetterDrop.Fallen.of(board);
                });
    }

    private Explanation found() {
        Ui.until(
                () ->
                        explaining.view().found() != null
                                && explaining.view().activity() instanceof Activity.Idle);
        return Objects.requireNonNull(Ui.onFx(() -> explaining.view().found()));
    }

    private Explanation dropped(String name, byte[] content) throws Exception {
        Path file = Files.write(folder.resolve(name), content);
        assertThat(fall(new LetterDrop.Fallen(List.of(file), ""))).isTrue();
        return found();
    }

    @Test
    void a_file_is_read_whatever_it_is_called_and_the_answer_is_shown() throws Exception {
        for (String name : List.of("back.eml", "back.txt", "zurück")) {
            Explanation found = dropped(name, BOUNCE.getBytes(StandardCharsets.UTF_8));
            assertThat(found.answers().getFirst().refusal().provider()).isEqualTo("Gmail");
        }
        assertThat(ui.dialogs.explanations).hasSize(3);
    }

    @Test
    void what_lies_on_a_board_is_a_file_its_address_a_text_or_html() throws Exception {
        Path file = Files.writeString(folder.resolve("back.eml"), BOUNCE);
        ClipboardContent files = new ClipboardContent();
        files.putFiles(List.of(file.toFile()));
        assertThat(board(files).files()).containsExactly(file);
        ClipboardContent address = new ClipboardContent();
        address.putString(file.toUri() + "\n");
        assertThat(board(address).files()).containsExactly(file);
        address.putString(file.toUri() + "\r\n" + folder.toUri());
        assertThat(board(address).files()).containsExactly(file, folder);
        ClipboardContent text = new ClipboardContent();
        text.putString("552 5.2.2 Mailbox full");
        assertThat(board(text))
                .isEqualTo(new LetterDrop.Fallen(List.of(), "552 5.2.2 Mailbox full"));
        ClipboardContent html = new ClipboardContent();
        html.putHtml("<p>552 5.2.2 Mailbox full</p>");
        assertThat(board(html).text()).contains("Mailbox full");
    }

    @Test
    void dragged_text_is_explained_and_nothing_is_not_taken() {
        assertThat(fall(new LetterDrop.Fallen(List.of(), "552 5.2.2 Mailbox full"))).isTrue();
        assertThat(found().answers().getFirst().why().in(Locale.GERMAN))
                .isEqualTo("Das Postfach des Empfängers ist voll.");
        assertThat(fall(new LetterDrop.Fallen(List.of(), " \n"))).isFalse();
        assertThat(ui.dialogs.explanations).hasSize(1);
    }

    @Test
    void what_is_no_returned_letter_is_told_clearly() throws Exception {
        assertThat(said(dropped("photo.jpg", new byte[] {(byte) 0xff, (byte) 0xd8, 0, 1, 2})))
                .startsWith("Das ist kein Brief: Die Datei enthält keinen Text.");
        assertThat(said(dropped("note.txt", "Liebe Oma".getBytes(StandardCharsets.UTF_8))))
                .startsWith("In diesem Text steht keine Antwort");
        byte[] large = "Liebe Oma, bis bald!\n".repeat(220_000).getBytes(StandardCharsets.UTF_8);
        assertThat(large.length).isGreaterThan(Bounces.MOST_BYTES);
        assertThat(said(dropped("diary.txt", large)))
                .startsWith("Das ist zu groß: Nur die ersten 4 MB wurden gelesen");
        assertThat(said(dropped("empty.eml", new byte[0]))).startsWith("Das ist leer");
    }

    private static String said(Explanation found) {
        return found.headline().in(Locale.GERMAN);
    }

    @Test
    void several_files_are_all_explained_and_one_that_cannot_be_read_is_named() throws Exception {
        Path back = Files.writeString(folder.resolve("back.eml"), BOUNCE);
        Path full = Files.writeString(folder.resolve("full.txt"), "552 5.2.2 Mailbox full");
        Path gone = folder.resolve("gone.eml");
        ReturnedDialog dialog = open();
        assertThat(fall(new LetterDrop.Fallen(List.of(back, gone, full), ""))).isTrue();
        found();
        Ui.until(() -> text(dialog).contains("3 von 3: full.txt"));
        assertThat(text(dialog))
                .containsSubsequence(
                        "1 von 3: back.eml",
                        "Abgelehnt von Gmail.",
                        "2 von 3: gone.eml",
                        "Die Datei gone.eml ist nicht lesbar.",
                        "3 von 3: full.txt",
                        "Das Postfach des Empfängers ist voll.")
                .doesNotContain("zu viele", "Die ersten");
        ui.shoot("15-returned-several-de-light", dialog.scene());
    }

    @Test
    void more_files_than_anybody_reads_are_cut_off_and_that_is_told() throws Exception {
        List<Path> many = new ArrayList<>();
        for (int i = 0; i <= Explaining.MOST; i++) {
            many.add(Files.writeString(folder.resolve(i + ".txt"), "552 5.2.2 Mailbox full"));
        }
        ReturnedDialog dialog = open();
        assertThat(fall(new LetterDrop.Fallen(many, ""))).isTrue();
        found();
        Ui.until(() -> text(dialog).contains("20 von 20: 19.txt"));
        assertThat(text(dialog))
                .startsWith("Das sind 21 Dateien. Die ersten 20 werden erklärt")
                .doesNotContain("20.txt");
    }

    @Test
    void a_silent_station_is_asked_once_for_all_of_them() throws Exception {
        ui.nas.station.dead = new StationFailure.NoAnswer("nas", 20);
        Path back = Files.writeString(folder.resolve("back.eml"), BOUNCE);
        assertThat(fall(new LetterDrop.Fallen(List.of(back, back), ""))).isTrue();
        found();
        assertThat(Ui.onFx(() -> explaining.view().all()))
                .extracting(one -> Objects.requireNonNull(one.found()).log().text().key())
                .containsExactly("bounce.log.not-asked", "bounce.log.not-asked");
    }

    private static String text(ReturnedDialog dialog) {
        return Ui.onFx(
                () ->
                        dialog.scene().lookup("#returned-answer").lookupAll(".label").stream()
                                .map(node -> ((Label) node).getText())
                                .collect(Collectors.joining("\n")));
    }

    @Test
    void a_folder_cannot_be_read_and_that_is_told() {
        assertThat(fall(new LetterDrop.Fallen(List.of(folder), ""))).isTrue();
        Ui.until(() -> explaining.view().activity() instanceof Activity.Failed);
    }

    @Test
    void a_dead_station_does_not_keep_the_answer_back() throws Exception {
        ui.nas.station.dead = new StationFailure.NoAnswer("nas", 20);
        Explanation found = dropped("back.eml", BOUNCE.getBytes(StandardCharsets.UTF_8));
        assertThat(found.isReturned()).isTrue();
        assertThat(found.log().text().in(Locale.GERMAN))
                .startsWith("Das Protokoll Ihrer Station konnte nicht gefragt werden.");
    }

    @Test
    void the_dialog_itself_takes_letters_too() throws Exception {
        ReturnedDialog dialog = open();
        Scene scene = dialog.scene();
        assertThat((@Nullable Object) scene.getRoot().getOnDragDropped()).isNotNull();
        assertThat((@Nullable Object) scene.getRoot().getOnDragOver()).isNotNull();
    }
}
