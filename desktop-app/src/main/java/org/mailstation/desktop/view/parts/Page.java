package org.mailstation.desktop.view.parts;

import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.flow.SetupState;

/**
 * One page of the window. It only binds: it shows a state, and turns clicks into wishes to the
 * flow. All on the JavaFX thread.
 */
public interface Page<S extends SetupState> {

    /**
     * The content between rail and footer. The same node every time, so that what was typed stays.
     */
    Parent node();

    /**
     * Shows a state; called for every change of it. A page whose content comes from the station,
     * and not from the flow, has nothing to show then.
     */
    default void show(S state) {}

    /** What the footer's coloured button does. */
    void forward();

    /** What the footer's button does that accepts whatever is found; only where it is shown. */
    default void accept() {}

    /** The page has come up. */
    default void entered() {}

    /** Another page has come up instead. */
    default void left() {}

    /** Where typing goes when the page comes up; {@code null}: to the footer's coloured button. */
    default @Nullable Node first() {
        return null;
    }
}
