package org.mailstation.daemon.ctl;

import org.mailstation.control.Progress;
import org.mailstation.words.ProgressLine;

/** Shows how far a look is, to a person. */
final class Steps extends Silence {
    private final Terminal terminal;
    private final ProgressLine line;

    Steps(Terminal terminal, ProgressLine line) {
        this.terminal = terminal;
        this.line = line;
    }

    @Override
    public void progress(Progress progress) {
        // scripts want the answer only
        if (terminal.console() != null) {
            line.show(progress.percent(), progress.step());
        }
    }
}
