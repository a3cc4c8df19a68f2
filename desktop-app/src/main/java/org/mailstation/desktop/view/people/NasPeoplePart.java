package org.mailstation.desktop.view.people;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.mailstation.control.NasUsers;
import org.mailstation.desktop.draft.Draft;
import org.mailstation.desktop.flow.NasPeople;
import org.mailstation.desktop.flow.SetupState.Filling;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.Icons;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.words.Words;

/** The people of the NAS who have no mailbox here, each to be added with one press. */
final class NasPeoplePart extends VBox {

    private final Kit kit;
    private final Words words;
    private final FlowPane offered = new FlowPane();
    private NasPeople.View known;
    private Draft draft = Draft.EMPTY;
    private boolean busy;

    NasPeoplePart(Kit kit) {
        this.kit = kit;
        this.words = kit.words();
        known = kit.care().nasPeople().view();
        offered.setId("nas-people");
        offered.getStyleClass().add("offers");
        getStyleClass().add("page-part");
        kit.care()
                .nasPeople()
                .listen(
                        now -> {
                            known = now;
                            fill();
                        });
    }

    void show(Filling state) {
        draft = state.draft();
        busy = state.activity().running();
        fill();
    }

    private void fill() {
        List<NasUsers.User> users =
                draft.people().without(known.users(), draft.name().cleanDomain());
        List<Node> all = new ArrayList<>();
        for (NasUsers.User user : users) {
            all.add(offer(user, all.size()));
        }
        offered.getChildren().setAll(all);
        List<Node> parts = new ArrayList<>();
        if (!users.isEmpty()) {
            parts.add(Blocks.note(words.of("people.nas")));
            parts.add(offered);
        } else if (known.unknown()) {
            parts.add(Blocks.note(words.of("people.nas.unknown")));
        }
        getChildren().setAll(parts);
        Blocks.visible(this, !parts.isEmpty());
    }

    private Button offer(NasUsers.User user, int index) {
        String name =
                user.fullName().isBlank()
                        ? user.name()
                        : words.of("people.nas.one", user.fullName(), user.name());
        Button button = new Button(name, Icons.of(Icons.Sign.ADD));
        button.setId("nas-person-" + index);
        button.setMnemonicParsing(false);
        button.setDisable(busy);
        button.setAccessibleText(words.of("people.nas.add", name));
        button.setOnAction(
                _ -> kit.flow().edit("people", it -> it.withPeople(all -> all.plus(user))));
        return button;
    }
}
