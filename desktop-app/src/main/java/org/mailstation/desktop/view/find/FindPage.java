package org.mailstation.desktop.view.find;

import java.time.Instant;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import org.mailstation.desktop.flow.Neighbourhood;
import org.mailstation.desktop.flow.SetupState.Locating;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.Field;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.view.parts.Page;

/** Where is the Disk Station? */
public final class FindPage implements Page<Locating> {

    private final Kit kit;
    private final TextField address = new TextField();
    private final FoundList found;
    private final Field field;
    private final Label remembered;
    private final Parent node;

    public FindPage(Kit kit) {
        this.kit = kit;
        address.setId("address");
        address.setPromptText("diskstation");
        field =
                new Field(
                        kit.words().of("find.address"),
                        address,
                        kit.words().of("find.address.hint"));
        found =
                new FoundList(
                        kit.words(), kit.neighbourhood()::look, address::setText, this::forward);
        kit.neighbourhood().listen(this::show);
        remembered = Blocks.note("");
        remembered.setId("remembered");
        Blocks.visible(remembered, false);
        TitledPane help =
                new TitledPane(
                        kit.words().of("find.help.title"),
                        Blocks.paragraph(kit.words().of("find.help.text")));
        help.setId("find-help");
        help.setExpanded(false);
        node =
                Blocks.page(
                        kit.words().of("find.title"),
                        kit.words().of("find.lead"),
                        found,
                        field,
                        remembered,
                        help);
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void show(Locating state) {
        if (!address.getText().strip().equals(state.address().strip())) {
            address.setText(state.address());
        }
        address.setDisable(state.activity().running());
        found.setDisable(state.activity().running());
        field.problems(
                state.problems().stream().map(problem -> kit.words().of(problem.text())).toList());
        Blocks.visible(remembered, !state.remembered().isEmpty());
        Instant begun = state.unfinished();
        remembered.setText(
                begun == null
                        ? kit.words().of("find.remembered", state.remembered())
                        : kit.words()
                                .of(
                                        "find.unfinished",
                                        state.remembered(),
                                        kit.words().day(begun),
                                        kit.words().time(begun)));
    }

    private void show(Neighbourhood.View view) {
        found.show(view);
        if (!view.looking() && address.getText().isEmpty()) {
            view.onlyOne().ifPresent(found::choose);
        }
    }

    @Override
    public void forward() {
        kit.flow().locate(address.getText());
    }

    @Override
    public void accept() {
        kit.flow().locateAndAccept(address.getText());
    }

    @Override
    public Node first() {
        return address;
    }
}
