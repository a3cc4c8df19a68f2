package org.mailstation.desktop.view.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.flow.Resumed;
import org.mailstation.desktop.flow.SetupState.Filling;
import org.mailstation.desktop.words.Words;

/** Says that the draft was begun earlier, what must be typed again, and lets it be forgotten. */
final class ResumedNotice extends StackPane {

    private final Kit kit;
    private final Words words;
    private @Nullable Resumed shown;
    private boolean asking;

    ResumedNotice(Kit kit) {
        this.kit = kit;
        words = kit.words();
        Blocks.visible(this, false);
    }

    void show(Filling state) {
        Resumed now = state.resumed();
        setDisable(state.activity().running());
        if (now != null && !now.equals(shown)) {
            draw(now);
        } else if (now == null) {
            asking = false;
            getChildren().clear();
            Blocks.visible(this, false);
        }
        shown = now;
    }

    private void draw(Resumed now) {
        List<Node> more = new ArrayList<>();
        if (now.overtaken()) {
            more.add(Blocks.paragraph(words.of("resumed.overtaken", now.then(), now.now())));
        }
        if (!now.missing().isEmpty()) {
            more.add(Blocks.paragraph(words.of("resumed.passwords", missing(now))));
        }
        more.add(buttons(now));
        getChildren()
                .setAll(
                        new Notice(
                                now.overtaken() ? Notice.Kind.WARNING : Notice.Kind.INFORMATION,
                                words.of("resumed.title"),
                                words.of(
                                        "resumed.text",
                                        words.day(now.when()),
                                        words.time(now.when())),
                                more.toArray(Node[]::new)));
        Blocks.visible(this, true);
    }

    private String missing(Resumed now) {
        return now.missing().stream()
                .map(
                        one ->
                                words.of(
                                        switch (one.kind()) {
                                            case MAILBOX -> "resumed.password.mailbox";
                                            case DDNS -> "resumed.password.ddns";
                                            case RELAY -> "resumed.password.relay";
                                        },
                                        one.whose()))
                .collect(Collectors.joining("\n"));
    }

    /** What destroys is asked once more, at the same place. */
    private HBox buttons(Resumed now) {
        HBox row = new HBox();
        row.getStyleClass().add("input-row");
        if (asking) {
            Label sure = Blocks.paragraph(words.of("resumed.discard.sure"));
            Button yes = button("resumed-forget", "resumed.discard.yes", kit.flow()::discard);
            Button no = button("resumed-keep", "resumed.discard.no", () -> ask(now, false));
            row.getChildren().setAll(sure, yes, no);
        } else {
            row.getChildren()
                    .setAll(button("resumed-discard", "resumed.discard", () -> ask(now, true)));
        }
        return row;
    }

    private void ask(Resumed now, boolean sure) {
        asking = sure;
        draw(now);
    }

    private Button button(String id, String key, Runnable action) {
        Button button = new Button(words.of(key));
        button.setId(id);
        button.setMnemonicParsing(true);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
