package org.mailstation.desktop.view.find;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.mailstation.desktop.flow.SetupState.ConfirmingKey;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.CopyText;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.view.parts.Page;

/** Is this your Disk Station? */
public final class HostKeyPage implements Page<ConfirmingKey> {

    private final Kit kit;
    private final Label address = Blocks.paragraph("");
    private final Label algorithm = Blocks.paragraph("");
    private final CopyText fingerprint;
    private final CopyText command;
    private final Parent node;

    public HostKeyPage(Kit kit) {
        this.kit = kit;
        fingerprint = new CopyText("fingerprint", kit.words().of("key.fingerprint"), kit);
        command = new CopyText("compare-command", kit.words().of("key.compare.command"), kit);
        GridPane facts = Blocks.facts();
        Blocks.fact(facts, kit.words().of("key.address"), address);
        Blocks.fact(facts, kit.words().of("key.algorithm"), algorithm);
        Blocks.fact(facts, kit.words().of("key.fingerprint"), fingerprint);
        VBox how =
                new VBox(
                        Blocks.paragraph(kit.words().of("key.compare.text")),
                        command,
                        Blocks.paragraph(kit.words().of("key.compare.after")));
        how.getStyleClass().add("help-column");
        TitledPane help = new TitledPane(kit.words().of("key.compare.title"), how);
        help.setId("compare-help");
        help.setExpanded(true);
        node = Blocks.page(kit.words().of("key.title"), kit.words().of("key.lead"), facts, help);
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void show(ConfirmingKey state) {
        address.setText(state.address());
        algorithm.setText(state.key().algorithm());
        fingerprint.setText(state.key().fingerprint());
        command.setText("ssh-keygen -lf /etc/ssh/" + file(state.key().algorithm()));
    }

    /** OpenSSH's own file names, which DSM keeps. */
    private static String file(String algorithm) {
        if (algorithm.contains("ecdsa")) {
            return "ssh_host_ecdsa_key.pub";
        }
        return algorithm.contains("rsa") ? "ssh_host_rsa_key.pub" : "ssh_host_ed25519_key.pub";
    }

    @Override
    public void forward() {
        kit.flow().trustKey(true);
    }

    /** Not the button: nobody should trust a key by typing ahead. */
    @Override
    public Node first() {
        return fingerprint.text();
    }
}
