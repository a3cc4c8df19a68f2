package org.mailstation.desktop.cli;

import org.mailstation.text.Text;

/**
 * Shows how far work is: at a terminal in one line that changes, in a file as a line for each tenth
 * and each new step.
 */
final class ProgressLine {
    private static final String CLEAR = "\r\u001b[K";

    private final Terminal terminal;
    private int shownPercent = -1;
    private String shownStep = "";
    private boolean open;

    ProgressLine(Terminal terminal) {
        this.terminal = terminal;
    }

    /** May be called from any thread. */
    synchronized void show(int percent, Text step) {
        if (percent == shownPercent && step.key().equals(shownStep)) {
            return;
        }
        String words = String.format("%3d %%  %s", percent, step.words());
        if (terminal.interactive()) {
            terminal.out().print(CLEAR + words);
            terminal.out().flush();
            open = true;
        } else if (percent / 10 != shownPercent / 10 || !step.key().equals(shownStep)) {
            terminal.out().println(words);
        }
        shownPercent = percent;
        shownStep = step.key();
    }

    /** What follows begins on a line of its own. */
    synchronized void end() {
        if (open) {
            terminal.out().println();
            open = false;
        }
    }
}
