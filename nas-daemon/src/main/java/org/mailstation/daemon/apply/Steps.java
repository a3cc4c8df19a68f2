package org.mailstation.daemon.apply;

import java.util.function.Consumer;
import org.mailstation.control.Progress;
import org.mailstation.text.Text;

/** Turns the steps of an apply into a bar that only grows. */
final class Steps {
    private static final int SWITCHING_FROM = 10;
    private static final int SWITCHING_TO = 70;

    private final Consumer<Progress> listener;
    private int percent;

    Steps(Consumer<Progress> listener) {
        this.listener = listener;
    }

    void at(int newPercent, String key) {
        percent = Math.max(percent, newPercent);
        listener.accept(new Progress(percent, Text.of(key)));
    }

    /**
     * A step whose number is not known beforehand: each takes a part of what is left of the
     * switching.
     */
    void switching(Text step) {
        percent = Math.max(SWITCHING_FROM, percent);
        percent += (SWITCHING_TO - Math.min(percent, SWITCHING_TO)) / 4;
        listener.accept(new Progress(percent, step));
    }
}
