package org.mailstation.desktop.view.find;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import org.mailstation.desktop.flow.SetupState.KeyChanged;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.CopyText;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.view.parts.Notice;
import org.mailstation.desktop.view.parts.Page;

/** Stop: this NAS shows another key than before. There is no button to go on. */
public final class KeyChangedPage implements Page<KeyChanged> {

    private final Label address = Blocks.paragraph("");
    private final Label algorithm = Blocks.paragraph("");
    private final CopyText fingerprint;
    private final CopyText pins;
    private final Parent node;

    public KeyChangedPage(Kit kit) {
        fingerprint =
                new CopyText("changed-fingerprint", kit.words().of("key.fingerprint-now"), kit);
        pins = new CopyText("pins", kit.words().of("key-changed.pins"), kit);
        GridPane facts = Blocks.facts();
        Blocks.fact(facts, kit.words().of("key.address"), address);
        Blocks.fact(facts, kit.words().of("key.algorithm"), algorithm);
        Blocks.fact(facts, kit.words().of("key.fingerprint-now"), fingerprint);
        Blocks.fact(facts, kit.words().of("key-changed.pins"), pins);
        node =
                Blocks.page(
                        kit.words().of("key-changed.title"),
                        "",
                        new Notice(
                                Notice.Kind.DANGER,
                                kit.words().of("key-changed.headline"),
                                kit.words().of("key-changed.text")),
                        facts,
                        Blocks.section(kit.words().of("key-changed.what-to-do")),
                        Blocks.paragraph(kit.words().of("key-changed.steps")));
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void show(KeyChanged state) {
        address.setText(state.address());
        algorithm.setText(state.shown().algorithm());
        fingerprint.setText(state.shown().fingerprint());
        pins.setText(state.pins());
    }

    @Override
    public void forward() {
        throw new IllegalStateException("there is no way on from a changed key");
    }

    @Override
    public Node first() {
        return fingerprint.text();
    }
}
