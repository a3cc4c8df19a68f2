package org.mailstation.desktop.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.words.Exit;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tries everything without a NAS. */
@Command(
        name = "practice",
        description = {
            "Runs a PRACTICE station on this computer: the real mail service behind an SSH server of its own, from the host key",
            "to the answer that comes back. Everything lies in one folder, which is deleted at the end."
        },
        mixinStandardHelpOptions = true)
final class PracticeCommand extends Subcommand {
    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "where everything goes; otherwise a temporary folder")
    private @Nullable Path folder;

    @Option(names = "--keep", description = "do not delete the folder at the end")
    private boolean keep;

    @ArgGroup private Where where = new Where();

    /** Only one of the two. */
    static final class Where {
        @Option(
                names = "--window",
                description = "in the assistant's window (the default where there is a display)")
        private boolean window;

        @Option(names = "--terminal", description = "in the terminal")
        private boolean terminal;
    }

    @Override
    public Integer call() throws FailureException {
        PracticeRunner.Show show =
                where.window
                        ? PracticeRunner.Show.WINDOW
                        : where.terminal ? PracticeRunner.Show.TERMINAL : null;
        return program().parts().practice().run(terminal(), folder, keep, show);
    }

    @Override
    Exit run() {
        throw new IllegalStateException("call() does it");
    }
}
