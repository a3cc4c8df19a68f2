package org.mailstation.desktop.view.install;

import javafx.scene.Parent;
import org.mailstation.desktop.flow.SetupState.Looking;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.view.parts.Page;

/** A moment, while the NAS tells what it is. */
public final class LookPage implements Page<Looking> {

    private final Kit kit;
    private final Parent node;

    public LookPage(Kit kit) {
        this.kit = kit;
        node = Blocks.page(kit.words().of("look.title"), kit.words().of("look.lead"));
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void forward() {
        kit.flow().lookAgain();
    }
}
