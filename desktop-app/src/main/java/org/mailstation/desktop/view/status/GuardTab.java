package org.mailstation.desktop.view.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.mailstation.control.Ban;
import org.mailstation.control.RelayedDestination;
import org.mailstation.desktop.flow.Guarding;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.Icons;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.words.Words;
import org.mailstation.text.Text;

/** What the station proves itself with, who is shut out, and which ways letters take. */
final class GuardTab {

    private final Words words;
    private final Guarding guarding;
    private final ProofParts proofs;
    private final VBox bans = new VBox();
    private final VBox relay = new VBox();
    private final VBox known;
    private final Shelf shelf;
    private Guarding.View last;

    GuardTab(Kit kit) {
        this.words = kit.words();
        this.guarding = kit.care().guarding();
        this.last = guarding.view();
        proofs = new ProofParts(words);
        bans.setId("bans");
        bans.getStyleClass().add("rows");
        relay.setId("relayed");
        relay.getStyleClass().add("rows");
        known =
                new VBox(
                        Blocks.section(words.of("guard.certificate")),
                        proofs.certificate(),
                        Blocks.section(words.of("guard.signatures")),
                        proofs.signatures(),
                        Blocks.section(words.of("guard.bans")),
                        bans,
                        Blocks.section(words.of("guard.relay")),
                        relay);
        known.getStyleClass().add("page-part");
        shelf =
                new Shelf(
                        kit,
                        "guard",
                        words.of("guard.looking"),
                        new Shelf.Deeds(guarding::cancel, guarding::confirm, guarding::leave),
                        known);
        shelf.asks(() -> guarding.view().known() == null, guarding::open);
        guarding.listen(this::show);
    }

    Node node() {
        return shelf;
    }

    private void show(Guarding.View view) {
        shelf.show(view.activity(), view.wish(), view.done());
        Guarding.Known now = view.known();
        Blocks.visible(known, now != null);
        known.setDisable(view.activity().running());
        if (now != null && now != last.known()) {
            proofs.show(now);
            showBans(now);
            showRelay(now);
        }
        last = view;
    }

    private void showBans(Guarding.Known now) {
        List<Node> rows = new ArrayList<>();
        rows.add(Blocks.note(words.of("guard.bans.lead")));
        for (Ban ban : now.bans().bans()) {
            String what =
                    words.of(
                            switch (ban.reason()) {
                                case LOGINS -> "guard.ban.logins";
                                case LETTERS -> "guard.ban.letters";
                            },
                            words.moment(ban.until()),
                            ban.times());
            Button lift =
                    button("lift-" + rows.size(), "guard.lift", ban.address(), Icons.Sign.UNDO);
            lift.setOnAction(_ -> guarding.lift(ban.address()));
            rows.add(Rows.row(Blocks.code(ban.address()), Blocks.note(what), lift));
        }
        if (rows.size() == 1) {
            rows.add(Blocks.paragraph(words.of(Text.of("bans.nobody"))));
        }
        bans.getChildren().setAll(rows);
    }

    private void showRelay(Guarding.Known now) {
        List<Node> rows = new ArrayList<>();
        String use = now.relayed().use().name().toLowerCase(Locale.ROOT).replace('_', '-');
        rows.add(Blocks.paragraph(words.of(Text.of("relayed.use." + use, now.relayed().host()))));
        for (RelayedDestination one : now.relayed().destinations()) {
            boolean everywhere = one.destination().equals(RelayedDestination.EVERYWHERE);
            String name = everywhere ? words.of("guard.everywhere") : one.destination();
            String what =
                    words.of(
                            "guard.relayed",
                            words.day(one.since()),
                            words.day(one.until()),
                            one.reason());
            Button forget =
                    button("forget-" + rows.size(), "guard.forget", name, Icons.Sign.REMOVE);
            forget.setOnAction(_ -> guarding.forget(one.destination()));
            rows.add(Rows.row(Blocks.code(name), Blocks.note(what), forget));
        }
        relay.getChildren().setAll(rows);
    }

    private Button button(String id, String key, String whom, Icons.Sign sign) {
        Button button = Rows.button(id, words.of(key), sign);
        button.setAccessibleText(words.of(key + ".what", whom));
        return button;
    }
}
