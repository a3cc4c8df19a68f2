package org.mailstation.desktop.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.words.Exit;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the commands have in common. */
abstract class Subcommand implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    MailStation program() {
        return (MailStation) Objects.requireNonNull(spec).root().userObject();
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
