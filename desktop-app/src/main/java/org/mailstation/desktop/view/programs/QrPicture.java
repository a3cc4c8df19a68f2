package org.mailstation.desktop.view.programs;

import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.mailstation.desktop.qr.QrCode;

/** A QR code, black on white in every theme: cameras want it so. */
final class QrPicture extends StackPane {

    /** Pixels of one module. */
    private static final int SCALE = 4;

    private final ImageView picture = new ImageView();

    QrPicture() {
        picture.setId("program-qr");
        // a code that is smoothed is harder to read
        picture.setSmooth(false);
        getChildren().setAll(picture);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    /**
     * @param words what a screen reader says of it
     */
    void show(String text, String words) {
        picture.setImage(draw(QrCode.of(text)));
        setAccessibleText(words);
    }

    private static WritableImage draw(QrCode code) {
        int modules = code.size() + 2 * QrCode.BORDER;
        int side = modules * SCALE;
        WritableImage image = new WritableImage(side, side);
        PixelWriter pixels = image.getPixelWriter();
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int column = x / SCALE - QrCode.BORDER;
                int row = y / SCALE - QrCode.BORDER;
                boolean inside =
                        column >= 0 && row >= 0 && column < code.size() && row < code.size();
                pixels.setColor(x, y, inside && code.dark(column, row) ? Color.BLACK : Color.WHITE);
            }
        }
        return image;
    }
}
