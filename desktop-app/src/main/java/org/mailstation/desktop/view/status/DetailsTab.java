package org.mailstation.desktop.view.status;

import java.time.InstantSource;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.StationStatus;
import org.mailstation.desktop.flow.Sighting;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.view.parts.Notice;

/** The station's entrances, names, versions and amounts. */
final class DetailsTab {

    private final ListenerTable listeners;
    private final StationFacts facts;
    private final VBox known;
    private final Notice nothing;
    private final ScrollPane node;

    DetailsTab(Kit kit, InstantSource clock) {
        listeners = new ListenerTable(kit.words());
        facts = new StationFacts(kit, clock);
        known =
                new VBox(
                        Blocks.section(kit.words().of("status.listeners")),
                        listeners,
                        Blocks.section(kit.words().of("status.station")),
                        facts);
        known.getStyleClass().add("page-part");
        nothing = new Notice(Notice.Kind.INFORMATION, kit.words().of("status.nothing-seen"), "");
        Button quit = new Button(kit.words().of("details.quit"));
        quit.setId("quit");
        quit.setMnemonicParsing(true);
        quit.setOnAction(_ -> kit.dialogs().quit());
        VBox end = new VBox(Blocks.note(kit.words().of("details.quit.text")), quit);
        end.getStyleClass().add("page-part");
        node = Blocks.tab(nothing, known, end);
        show(new Sighting.NotYet());
    }

    ScrollPane node() {
        return node;
    }

    void show(Sighting sighting) {
        Sighting.@Nullable Seen seen =
                switch (sighting) {
                    case Sighting.NotYet _ -> null;
                    case Sighting.Seen it -> it;
                    case Sighting.Silent it -> it.last();
                };
        Blocks.visible(known, seen != null);
        Blocks.visible(nothing, seen == null);
        known.setOpacity(sighting instanceof Sighting.Silent ? 0.6 : 1);
        if (seen != null) {
            StationStatus status = seen.status();
            listeners.show(status.listeners());
            facts.show(status);
        }
    }
}
