package org.mailstation.words;

import java.io.PrintStream;
import org.mailstation.text.Text;

/**
 * Shows how far work is: at a terminal in one line that changes, in a file as a line for each tenth
 * and each new step.
 */
public final class ProgressLine {
    private static final String CLEAR = "\r\u001b[K";

    private final PrintStream out;
    private final boolean interactive;
    private int shownPercent = -1;
    private String shownStep = "";
    private boolean open;

    /**
     * @param interactive whether a person looks at it
     */
    public ProgressLine(PrintStream out, boolean interactive) {
        this.out = out;
        this.interactive = interactive;
    }

    /** May be called from any thread. */
    public synchronized void show(int percent, Text step) {
        if (percent == shownPercent && step.key().equals(shownStep)) {
            return;
        }
        String words = String.format("%3d %%  %s", percent, step.words());
        if (interactive) {
            out.print(CLEAR + words);
            out.flush();
            open = true;
        } else if (percent / 10 != shownPercent / 10 || !step.key().equals(shownStep)) {
            out.println(words);
        }
        shownPercent = percent;
        shownStep = step.key();
    }

    /** What follows begins on a line of its own. */
    public synchronized void end() {
        if (open) {
            out.println();
            open = false;
        }
    }

    /** What was shown was only for the moment. */
    public synchronized void erase() {
        if (open) {
            out.print(CLEAR);
            out.flush();
            open = false;
        }
    }
}
