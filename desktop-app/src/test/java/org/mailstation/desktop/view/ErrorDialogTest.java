package org.mailstation.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.application.ColorScheme;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.mailstation.desktop.view.parts.ErrorReport;

class ErrorDialogTest {

    @Test
    void it_tells_the_sentence_and_the_code_copies_everything_and_closes() {
        List<String> copied = new ArrayList<>();
        ErrorReport report =
                new ErrorReport("It went wrong. Try again.", "surprise.c0ffee", "at some.place");
        try (Ui ui = new Ui(Locale.ENGLISH, ColorScheme.LIGHT)) {
            ErrorDialog dialog =
                    Ui.onFx(() -> new ErrorDialog(ui.stage, ui.words, report, copied::add));
            Ui.fx(dialog::show);
            Scene scene = dialogScene(ui);
            Ui.fx(() -> ((Button) scene.lookup("#error-copy")).fire());
            assertThat(copied).containsExactly(report.text());
            assertThat(report.text()).contains("surprise.c0ffee", "It went wrong", "at some.place");
            ui.shoot("14-error-dialog-en-light", scene);
            Ui.fx(() -> ((Button) scene.lookup("#error-close")).fire());
            assertThat(Ui.onFx(() -> Window.getWindows().size())).isEqualTo(1);
        }
    }

    private static Scene dialogScene(Ui ui) {
        return Ui.onFx(
                () ->
                        Window.getWindows().stream()
                                .filter(window -> window != ui.stage)
                                .findFirst()
                                .orElseThrow()
                                .getScene());
    }
}
