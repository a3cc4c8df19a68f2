package org.mailstation.desktop.view.safety;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Incoming;
import org.mailstation.config.Tls;
import org.mailstation.desktop.draft.Draft;
import org.mailstation.desktop.draft.SafetyDraft;
import org.mailstation.desktop.flow.SetupState.Filling;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.DraftForm;
import org.mailstation.desktop.view.parts.Field;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.view.parts.Page;
import org.mailstation.desktop.words.Words;

/** Certificate, relay, letters of strangers, and who may come in. */
public final class SafetyPage implements Page<Filling> {

    private final Kit kit;
    private final Words words;
    private final DraftForm form;
    private final RelayPart relay;
    private final VBox files;
    private final Field authority;
    private final Parent node;

    public SafetyPage(Kit kit) {
        this.kit = kit;
        words = kit.words();
        form = new DraftForm(kit);
        relay = new RelayPart(form, words);
        files =
                new VBox(
                        Blocks.pair(
                                tls(
                                        "tls.certificate-file",
                                        "certificate-file",
                                        "safety.certificate-file",
                                        Tls::certificateFile,
                                        (tls, typed) ->
                                                new Tls(
                                                        tls.source(),
                                                        typed.strip(),
                                                        tls.keyFile(),
                                                        tls.authority())),
                                tls(
                                        "tls.key-file",
                                        "certificate-key-file",
                                        "safety.key-file",
                                        Tls::keyFile,
                                        (tls, typed) ->
                                                new Tls(
                                                        tls.source(),
                                                        tls.certificateFile(),
                                                        typed.strip(),
                                                        tls.authority()))));
        authority =
                tls(
                        "tls.authority",
                        "authority",
                        "safety.authority",
                        Tls::authority,
                        (tls, typed) -> new Tls(tls.source(), "", "", typed.strip()));
        node =
                Blocks.page(
                        words.of("safety.title"),
                        words.of("safety.lead"),
                        form.above(),
                        Blocks.section(words.of("safety.certificate")),
                        source(),
                        files,
                        authority,
                        relay.node(),
                        Blocks.section(words.of("safety.strangers")),
                        strangers(),
                        Blocks.section(words.of("safety.ports")),
                        Blocks.note(words.of("safety.ports.text")),
                        numbers(),
                        new Entrances(form, words).node());
    }

    private Field source() {
        return form.choice(
                new DraftForm.Named(
                        "tls.source",
                        "certificate",
                        words.of("safety.source"),
                        words.of("safety.source.hint"),
                        ""),
                List.of(Tls.Source.values()),
                value -> words.of("safety.source", value),
                draft -> draft.safety().tls().source(),
                (draft, chosen) ->
                        draft.withSafety(safety -> safety.withTls(of(safety.tls(), chosen))));
    }

    /** The usual ports on the NAS, or others that need no right there. */
    private Field numbers() {
        return form.choice(
                new DraftForm.Named(
                        "ports",
                        "numbers",
                        words.of("safety.numbers"),
                        words.of("safety.numbers.hint"),
                        ""),
                List.of(Numbers.values()),
                value -> words.of("safety.numbers", value),
                draft -> draft.safety().needsRight() ? Numbers.USUAL : Numbers.HIGH,
                (draft, chosen) ->
                        draft.withSafety(safety -> safety.withRightTo(chosen == Numbers.USUAL)));
    }

    /** On which ports of the NAS the station listens. */
    private enum Numbers {
        USUAL,
        HIGH
    }

    /** What belongs to another source is left out: the rules would not take it. */
    private static Tls of(Tls before, Tls.Source chosen) {
        return chosen == before.source() ? before : new Tls(chosen, "", "");
    }

    private Field tls(
            String field,
            String id,
            String key,
            Function<Tls, String> get,
            BiFunction<Tls, String, Tls> set) {
        return form.text(
                new DraftForm.Named(field, id, words.of(key), words.of(key + ".hint"), ""),
                draft -> get.apply(draft.safety().tls()),
                (draft, typed) ->
                        draft.withSafety(safety -> safety.withTls(set.apply(safety.tls(), typed))));
    }

    private Node strangers() {
        CheckBox dmarc =
                flag(
                        "incoming.dmarc",
                        "dmarc",
                        words.of("safety.dmarc"),
                        incoming -> incoming.dmarc() == Incoming.Dmarc.APPLY,
                        (incoming, on) ->
                                new Incoming(
                                        on ? Incoming.Dmarc.APPLY : Incoming.Dmarc.NOTE,
                                        incoming.greylisting(),
                                        incoming.learning(),
                                        incoming.blockLists()));
        CheckBox greylisting =
                flag(
                        "incoming.greylisting",
                        "greylisting",
                        words.of("safety.greylisting"),
                        Incoming::greylisting,
                        (incoming, on) ->
                                new Incoming(
                                        incoming.dmarc(),
                                        on,
                                        incoming.learning(),
                                        incoming.blockLists()));
        CheckBox learning =
                flag(
                        "incoming.learning",
                        "learning",
                        words.of("safety.learning"),
                        Incoming::learning,
                        (incoming, on) ->
                                new Incoming(
                                        incoming.dmarc(),
                                        incoming.greylisting(),
                                        on,
                                        incoming.blockLists()));
        Field lists =
                form.text(
                        new DraftForm.Named(
                                "incoming.block-lists",
                                "block-lists",
                                words.of("safety.lists"),
                                words.of("safety.lists.hint"),
                                ""),
                        draft -> draft.safety().lists(),
                        (draft, typed) -> draft.withSafety(safety -> safety.withLists(typed)));
        VBox column = new VBox(dmarc, greylisting, learning, lists);
        column.getStyleClass().add("page-part");
        return column;
    }

    private CheckBox flag(
            String field,
            String id,
            String label,
            Function<Incoming, Boolean> get,
            BiFunction<Incoming, Boolean, Incoming> set) {
        return form.flag(
                new DraftForm.Named(field, id, label, "", ""),
                draft -> get.apply(draft.safety().incoming()),
                (draft, on) ->
                        draft.withSafety(safety -> safety.withIncoming(it -> set.apply(it, on))));
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void show(Filling state) {
        Draft draft = state.draft();
        SafetyDraft safety = draft.safety();
        form.show(state);
        Blocks.visible(files, safety.tls().source() == Tls.Source.FILES);
        Blocks.visible(authority, safety.tls().source() == Tls.Source.ACME);
        Blocks.visible(relay.node(), draft.way().wantsRelay());
    }

    @Override
    public void accept() {
        kit.flow().accept();
    }

    @Override
    public void forward() {
        kit.flow().next();
    }

    @Override
    public @Nullable Node first() {
        return form.wrong();
    }
}
