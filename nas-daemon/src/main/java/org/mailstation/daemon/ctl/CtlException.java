package org.mailstation.daemon.ctl;

import org.mailstation.text.Text;
import org.mailstation.words.Exit;

/** The reason why a command ends early. */
final class CtlException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Exit exit;
    private final transient Text text;

    CtlException(Exit exit, Text text) {
        super(text.key());
        this.exit = exit;
        this.text = text;
    }

    Exit exit() {
        return exit;
    }

    Text text() {
        return text;
    }
}
