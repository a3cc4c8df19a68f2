package org.mailstation.desktop.view.safety;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Relay;
import org.mailstation.desktop.draft.Draft;
import org.mailstation.desktop.draft.RelayPreset;
import org.mailstation.desktop.draft.SafetyDraft.RelayDraft;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.DraftForm;
import org.mailstation.desktop.view.parts.Field;
import org.mailstation.desktop.view.parts.PasswordInput;
import org.mailstation.desktop.words.Words;

/** Through which server letters leave, and the login there. */
final class RelayPart {

    private final DraftForm form;
    private final Words words;
    private final VBox node;

    RelayPart(DraftForm form, Words words) {
        this.form = form;
        this.words = words;
        Field preset =
                form.<RelayPreset>choice(
                        new DraftForm.Named(
                                "relay.preset",
                                "relay-preset",
                                words.of("safety.preset"),
                                words.of("safety.preset.hint"),
                                words.of("safety.preset.choose")),
                        RelayPreset.ALL,
                        RelayPreset::name,
                        RelayPart::preset,
                        (draft, chosen) ->
                                preset(draft) == chosen
                                        ? draft
                                        : changed(draft, relay -> relay.preset(chosen)));
        Field host = text("host", RelayDraft::host, RelayDraft::withHost);
        Field port = text("port", RelayDraft::port, RelayDraft::withPort);
        Field user = text("user", RelayDraft::user, RelayDraft::withUser);
        node =
                new VBox(
                        Blocks.section(words.of("safety.relay")),
                        Blocks.note(words.of("safety.relay.text")),
                        Blocks.pair(preset, host),
                        Blocks.pair(port, security()),
                        Blocks.pair(user, secret()));
        node.getStyleClass().add("page-part");
    }

    VBox node() {
        return node;
    }

    /** The known one that is typed, or {@code null}. */
    private static @Nullable RelayPreset preset(Draft draft) {
        return RelayPreset.ALL.stream()
                .filter(one -> one.host().equals(draft.safety().relay().host().strip()))
                .findFirst()
                .orElse(null);
    }

    private static Draft changed(Draft draft, UnaryOperator<RelayDraft> how) {
        return draft.withSafety(safety -> safety.withRelay(how));
    }

    private Field text(
            String name,
            Function<RelayDraft, String> get,
            BiFunction<RelayDraft, String, RelayDraft> set) {
        return form.text(
                new DraftForm.Named(
                        "relay." + name, "relay-" + name, words.of("safety.relay." + name), "", ""),
                draft -> get.apply(draft.safety().relay()),
                (draft, typed) -> changed(draft, relay -> set.apply(relay, typed)));
    }

    private Field security() {
        return form.choice(
                new DraftForm.Named(
                        "relay.security", "relay-security", words.of("safety.security"), "", ""),
                List.of(Relay.Security.values()),
                value -> words.of("safety.security", value),
                draft -> draft.safety().relay().security(),
                (draft, chosen) -> changed(draft, relay -> relay.withSecurity(chosen)));
    }

    private Field secret() {
        PasswordInput input =
                new PasswordInput("relay-secret", words.of("safety.relay.secret"), words);
        return form.secret(
                new DraftForm.Named(
                        "relay.secret",
                        "relay-secret",
                        words.of("safety.relay.secret"),
                        words.of("safety.relay.secret.hint"),
                        ""),
                input,
                input,
                draft -> draft.safety().relay().secret().reveal(),
                (draft, typed) -> changed(draft, relay -> relay.withSecret(typed)));
    }
}
