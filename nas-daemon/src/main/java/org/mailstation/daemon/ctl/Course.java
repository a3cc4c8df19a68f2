package org.mailstation.daemon.ctl;

import org.mailstation.control.Progress;
import org.mailstation.words.ProgressLine;

/** Shows a person how far long work is; scripts want the answer only. */
final class Course extends Silence {
    private final Terminal terminal;
    private final ProgressLine line;

    Course(Terminal terminal) {
        this.terminal = terminal;
        this.line = new ProgressLine(terminal.err(), terminal.console() != null);
    }

    @Override
    public void progress(Progress progress) {
        if (terminal.console() != null) {
            line.show(progress.percent(), progress.step());
        }
    }

    void end() {
        line.erase();
    }
}
