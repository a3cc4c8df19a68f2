package org.mailstation.desktop.flow;

import java.time.Duration;

/** Does things later, one after the other, on a thread where waiting is allowed. */
@FunctionalInterface
public interface Timer {

    /**
     * @return takes the action back, if it has not begun
     */
    Runnable after(Duration delay, Runnable action);
}
