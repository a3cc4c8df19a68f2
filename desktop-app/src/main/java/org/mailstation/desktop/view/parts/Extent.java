package org.mailstation.desktop.view.parts;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * How large a window may be, in units that are scaled: at 200 % a screen of 1366 by 768 pixels has
 * 683 by 384 of them, and the system's bar takes some.
 *
 * @param width of what is in the window
 * @param height of what is in the window, below its title
 */
public record Extent(double width, double height) {

    /** The title of a window, and its border. */
    private static final double TITLE = 34;

    /**
     * What a screen leaves of a wish.
     *
     * @param owner the window shall be on its screen; {@code null}: the first one
     */
    public static Extent on(@Nullable Window owner, double width, double height) {
        return within(screen(owner), width, height);
    }

    static Extent within(Rectangle2D screen, double width, double height) {
        return new Extent(
                Math.min(width, screen.getWidth()), Math.min(height, screen.getHeight() - TITLE));
    }

    private static Rectangle2D screen(@Nullable Window owner) {
        if (owner != null && !Double.isNaN(owner.getX())) {
            return Screen.getScreensForRectangle(
                            owner.getX(), owner.getY(), owner.getWidth(), owner.getHeight())
                    .stream()
                    .findFirst()
                    .orElse(Screen.getPrimary())
                    .getVisualBounds();
        }
        return Screen.getPrimary().getVisualBounds();
    }
}
