package org.mailstation.desktop.view.name;

import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import org.jspecify.annotations.Nullable;
import org.mailstation.ddns.Provider;
import org.mailstation.desktop.draft.NameDraft;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.words.Words;

/** The way to a name at a provider, step by step, with what was typed put in. */
final class NameHelp {

    private final Words words;
    private final Label steps = Blocks.paragraph("");
    private final TitledPane node;

    NameHelp(Words words) {
        this.words = words;
        node = new TitledPane(words.of("home-name.help"), steps);
        node.setId("name-help");
        node.setExpanded(false);
        node.setAnimated(false);
    }

    TitledPane node() {
        return node;
    }

    void show(@Nullable Provider provider, NameDraft typed) {
        if (provider != null) {
            steps.setText(
                    words.of(
                            "home-name.help.steps",
                            words.of(provider.label()),
                            provider.page(),
                            known(typed.host(), "home-name.help.host"),
                            known(typed.user(), "home-name.help.user")));
        }
    }

    private String known(String typed, String otherwise) {
        return typed.isBlank() ? words.of(otherwise) : typed.strip();
    }
}
