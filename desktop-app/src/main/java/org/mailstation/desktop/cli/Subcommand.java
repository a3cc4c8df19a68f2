package org.mailstation.desktop.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.words.Exit;
import picocli.CommandLine.ParentCommand;

/** What the commands have in common. */
abstract class Subcommand implements Callable<Integer> {
    @ParentCommand private @Nullable MailStation program;

    MailStation program() {
        return Objects.requireNonNull(program);
    }

    Terminal terminal() {
        return program().terminal();
    }

    abstract Exit run() throws FailureException;

    @Override
    public Integer call() throws FailureException {
        return run().code();
    }
}
