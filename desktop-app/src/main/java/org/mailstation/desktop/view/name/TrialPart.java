package org.mailstation.desktop.view.name;

import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.mailstation.control.DdnsTried;
import org.mailstation.desktop.draft.NameDraft;
import org.mailstation.desktop.flow.NameTrial;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.CheckBar;
import org.mailstation.desktop.view.parts.Icons;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.view.parts.Notice;
import org.mailstation.desktop.words.Words;
import org.mailstation.words.DdnsWords;

/** One click tries the login at the provider; the answer is told in words. */
final class TrialPart {

    private final Words words;
    private final NameTrial trial;
    private final Button button;
    private final CheckBar bar;
    private final StackPane answer = new StackPane();
    private final VBox node;
    private NameDraft typed = NameDraft.EMPTY;
    private boolean ready;

    TrialPart(Kit kit) {
        words = kit.words();
        trial = kit.care().nameTrial();
        button = new Button(words.of("home-name.try"), Icons.of(Icons.Sign.KEY));
        button.setId("ddns-try");
        button.setMnemonicParsing(true);
        button.setOnAction(_ -> trial.test(typed));
        bar = new CheckBar(kit, "ddns-try", words.of("name.trying"), trial::cancel);
        node = new VBox(button, bar, answer);
        node.getStyleClass().add("page-part");
        trial.listen(this::show);
    }

    VBox node() {
        return node;
    }

    /** This is typed; without a provider and a name there is nothing to be tried. */
    void typed(NameDraft now) {
        typed = now;
        ready = now.chosen() != null && !now.host().isBlank();
        trial.typed(now);
        show(trial.view());
    }

    private void show(NameTrial.View view) {
        button.setDisable(!ready || view.activity().running());
        bar.show(view.activity());
        DdnsTried tried = view.tried();
        answer.getChildren().clear();
        Blocks.visible(answer, tried != null);
        if (tried != null) {
            answer.getChildren().add(notice(tried));
        }
    }

    private Notice notice(DdnsTried tried) {
        Notice notice =
                switch (tried) {
                    case DdnsTried.Works _ -> notice(Notice.Kind.SUCCESS, "name.works", tried);
                    case DdnsTried.Refused _ -> notice(Notice.Kind.DANGER, "name.refused", tried);
                    case DdnsTried.TryLater _ -> notice(Notice.Kind.WARNING, "name.later", tried);
                    case DdnsTried.CouldNotTell _, DdnsTried.NotReady _ ->
                            notice(Notice.Kind.WARNING, "name.untold", tried);
                };
        notice.setId("ddns-try-answer");
        return notice;
    }

    private Notice notice(Notice.Kind kind, String key, DdnsTried tried) {
        return new Notice(kind, words.of(key), words.of(DdnsWords.of(tried)));
    }

    void left() {
        trial.cancel();
    }
}
