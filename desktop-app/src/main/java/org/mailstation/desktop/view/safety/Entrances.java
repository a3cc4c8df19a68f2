package org.mailstation.desktop.view.safety;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.mailstation.config.Port;
import org.mailstation.config.Service;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.DraftForm;
import org.mailstation.desktop.view.parts.Field;
import org.mailstation.desktop.words.Words;
import org.mailstation.text.Text;

/** Who may come in at which entrance. */
final class Entrances {

    private final VBox node = new VBox();

    Entrances(DraftForm form, Words words) {
        node.getStyleClass().add("page-part");
        List<Node> row = new ArrayList<>();
        for (Service service : Service.values()) {
            row.add(entrance(form, words, service));
            if (row.size() == 2) {
                node.getChildren().add(Blocks.pair(row.get(0), row.get(1)));
                row.clear();
            }
        }
        if (!row.isEmpty()) {
            node.getChildren().add(Blocks.pair(row.getFirst(), new VBox()));
        }
    }

    private static Field entrance(DraftForm form, Words words, Service service) {
        String name =
                words.of(
                        "safety.entrance",
                        words.of(Text.of("service." + service.key())),
                        Integer.toString(service.standardPort()));
        return form.choice(
                new DraftForm.Named(
                        "ports." + service.key(), "open-" + service.key(), name, "", ""),
                List.of(Port.Open.values()),
                value -> words.of("open", value),
                draft -> draft.safety().ports().of(service).open(),
                (draft, open) -> draft.withSafety(safety -> safety.withOpen(service, open)));
    }

    VBox node() {
        return node;
    }
}
