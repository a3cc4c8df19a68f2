package org.mailstation.desktop.view.install;

import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import org.mailstation.desktop.flow.Forward;
import org.mailstation.desktop.flow.SetupState.Installing;
import org.mailstation.desktop.install.NasInfo;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.FindingList;
import org.mailstation.desktop.view.parts.Icons;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.view.parts.Notice;
import org.mailstation.desktop.view.parts.Page;

/** What the NAS is, and what would be brought to it. */
public final class InstallPage implements Page<Installing> {

    private final Kit kit;
    private final StackPane notice = new StackPane();
    private final Label address = Blocks.paragraph("");
    private final Label product = Blocks.paragraph("");
    private final Label processor = Blocks.paragraph("");
    private final Label room = Blocks.paragraph("");
    private final Label there = Blocks.paragraph("");
    private final Label own = Blocks.paragraph("");
    private final FindingList hurdles;
    private final Button repair;
    private final Parent node;

    public InstallPage(Kit kit) {
        this.kit = kit;
        GridPane facts = Blocks.facts();
        Blocks.fact(facts, kit.words().of("install.address"), address);
        Blocks.fact(facts, kit.words().of("install.product"), product);
        Blocks.fact(facts, kit.words().of("install.processor"), processor);
        Blocks.fact(facts, kit.words().of("install.room"), room);
        Blocks.fact(facts, kit.words().of("install.there"), there);
        Blocks.fact(facts, kit.words().of("install.own"), own);
        hurdles = new FindingList(kit);
        hurdles.setId("hurdles");
        repair = new Button(kit.words().of("install.repair"), Icons.of(Icons.Sign.REFRESH));
        repair.setId("repair");
        repair.setOnAction(_ -> kit.flow().install());
        node =
                Blocks.page(
                        kit.words().of("install.title"),
                        kit.words().of("install.lead"),
                        notice,
                        facts,
                        hurdles,
                        repair);
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void show(Installing state) {
        NasInfo nas = state.nas();
        address.setText(state.address());
        product.setText(nas.product());
        processor.setText(nas.architecture());
        room.setText(
                nas.freeBytes() < 0
                        ? kit.words().of("install.room.unknown")
                        : kit.words().bytes(nas.freeBytes()));
        there.setText(
                nas.installed() ? nas.installedVersion() : kit.words().of("install.there.none"));
        own.setText(state.ownVersion());
        boolean idle = !state.activity().running();
        repair.setDisable(!idle);
        Blocks.visible(repair, state.upToDate() && !nas.packaged());
        hurdles.show(state.hurdles());
        notice.getChildren().clear();
        Blocks.visible(notice, state.upToDate());
        if (state.upToDate()) {
            notice.getChildren()
                    .add(
                            new Notice(
                                    Notice.Kind.SUCCESS,
                                    kit.words().of("install.up-to-date"),
                                    kit.words().of("install.up-to-date.text")));
        }
    }

    @Override
    public void forward() {
        switch (Forward.of(kit.flow().state())) {
            case CONTINUE -> kit.flow().openForm();
            case RETRY -> kit.flow().lookAgain();
            default -> kit.flow().install();
        }
    }
}
