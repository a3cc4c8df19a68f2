package org.mailstation.desktop.cli;

import org.mailstation.desktop.work.Failure;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.text.Text;
import org.mailstation.words.Exit;

/** A failure that only a command line has. */
record CliFailure(Exit exit, Text text) implements Failure {
    static FailureException because(Exit exit, String key, Object... args) {
        return new FailureException(new CliFailure(exit, Text.of(key, args)));
    }
}
