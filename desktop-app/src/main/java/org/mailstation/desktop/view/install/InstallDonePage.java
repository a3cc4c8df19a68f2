package org.mailstation.desktop.view.install;

import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.mailstation.desktop.flow.SetupState.InstallDone;
import org.mailstation.desktop.install.Installed;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.view.parts.Notice;
import org.mailstation.desktop.view.parts.Page;
import org.mailstation.desktop.words.Words;

/** The daemon runs on the NAS. */
public final class InstallDonePage implements Page<InstallDone> {

    private final Kit kit;
    private final StackPane result = new StackPane();
    private final Parent node;

    public InstallDonePage(Kit kit) {
        this.kit = kit;
        node =
                Blocks.page(
                        kit.words().of("installed.title"),
                        "",
                        result,
                        Blocks.paragraph(kit.words().of("installed.next")));
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void show(InstallDone state) {
        Words words = kit.words();
        Installed installed = state.installed();
        boolean update =
                !installed.replaced().isEmpty()
                        && !installed.replaced().equals(installed.version());
        result.getChildren()
                .setAll(
                        new Notice(
                                Notice.Kind.SUCCESS,
                                words.of(
                                        "installed.headline", installed.version(), state.address()),
                                update
                                        ? words.of("installed.replaced", installed.replaced())
                                        : words.of("installed.text")));
    }

    @Override
    public void forward() {
        kit.flow().openForm();
    }
}
