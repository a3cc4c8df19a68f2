package org.mailstation.desktop.view.status;

import java.io.File;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.mailstation.desktop.view.parts.Kit;

/** A returned letter that is let fall on the window is explained. */
final class LetterDrop {

    private LetterDrop() {}

    static void onto(Node place, Kit kit) {
        place.setOnDragOver(
                event -> {
                    if (event.getDragboard().hasFiles() || event.getDragboard().hasString()) {
                        event.acceptTransferModes(TransferMode.COPY);
                        event.consume();
                    }
                });
        place.setOnDragDropped(event -> dropped(event, kit));
    }

    private static void dropped(DragEvent event, Kit kit) {
        List<File> files = event.getDragboard().getFiles();
        String text = event.getDragboard().getString();
        boolean taken = !files.isEmpty() || text != null && !text.isBlank();
        if (taken) {
            kit.dialogs().returned(kit.care().explaining());
            if (files.isEmpty()) {
                kit.care().explaining().text(text);
            } else {
                kit.care().explaining().file(files.getFirst().toPath());
            }
        }
        event.setDropCompleted(taken);
        event.consume();
    }
}
