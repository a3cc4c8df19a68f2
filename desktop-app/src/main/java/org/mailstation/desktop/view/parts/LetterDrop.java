package org.mailstation.desktop.view.parts;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.mailstation.desktop.flow.Explaining;

/** Returned letters that are let fall on the window are explained. */
public final class LetterDrop {

    private LetterDrop() {}

    /**
     * What somebody lets fall.
     *
     * @param files none: it is a text
     */
    public record Fallen(List<Path> files, String text) {
        public Fallen {
            files = List.copyOf(files);
        }

        /** Some programs give the address of a file, or only the HTML of a letter. */
        public static Fallen of(Clipboard board) {
            List<Path> files = board.getFiles().stream().map(file -> file.toPath()).toList();
            String text = Objects.requireNonNullElse(board.getString(), "").strip();
            if (files.isEmpty() && text.lines().allMatch(line -> line.startsWith("file:/"))) {
                files = text.lines().map(line -> Path.of(URI.create(line.strip()))).toList();
                text = files.isEmpty() ? text : "";
            }
            String html = Objects.requireNonNullElse(board.getHtml(), "");
            return new Fallen(files, text.isEmpty() ? html : text);
        }

        boolean isNothing() {
            return files.isEmpty() && text.isBlank();
        }
    }

    /**
     * @param show brings the explanation before the person
     */
    public static void onto(Node place, Explaining explaining, Runnable show) {
        place.setOnDragOver(
                event -> {
                    if (mayBeLetter(event.getDragboard())) {
                        event.acceptTransferModes(TransferMode.COPY);
                        event.consume();
                    }
                });
        place.setOnDragDropped(event -> dropped(event, explaining, show));
    }

    /** Before it is let fall, its content is not always there yet. */
    private static boolean mayBeLetter(Clipboard board) {
        return board.hasFiles() || board.hasString() || board.hasHtml();
    }

    private static void dropped(DragEvent event, Explaining explaining, Runnable show) {
        event.setDropCompleted(take(Fallen.of(event.getDragboard()), explaining, show));
        event.consume();
    }

    /** Whether it is something that can be explained. */
    public static boolean take(Fallen fallen, Explaining explaining, Runnable show) {
        if (fallen.isNothing()) {
            return false;
        }
        show.run();
        if (fallen.files().isEmpty()) {
            explaining.text(fallen.text());
        } else {
            explaining.files(fallen.files());
        }
        return true;
    }
}
