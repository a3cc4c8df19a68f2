package org.mailstation.daemon.ctl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mailstation.control.ConfigDocument;
import org.mailstation.control.StationControl;
import org.mailstation.text.Text;
import org.mailstation.words.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** The whole configuration as a file. */
@Command(
        name = "config",
        description = "Shows, checks or changes the configuration.",
        synopsisSubcommandLabel = "COMMAND")
final class ConfigCommand {
    @ParentCommand private Ctl ctl;

    @Command(name = "show", description = "Prints the running configuration (TOML).")
    int show() throws CtlException {
        try (StationClient client = ctl.connect()) {
            ConfigDocument document = client.ask(StationControl::config);
            if (document.revision() == 0) {
                throw new CtlException(Exit.NOT_FOUND, Text.of("ctl.not-configured"));
            }
            ctl.terminal().out().print(document.toml());
            return Exit.OK.code();
        }
    }

    @Command(
            name = "validate",
            description = "Says what a configuration would change, or all that is wrong with it.")
    int validate(
            @Parameters(paramLabel = "FILE", description = "or - for standard input") String file)
            throws CtlException {
        String toml = read(file);
        Applying applying = Applying.over(ctl);
        try (StationClient _ = applying.client()) {
            applying.validate(toml);
            ctl.terminal().say(Text.of("ctl.valid"));
            return Exit.OK.code();
        }
    }

    @Command(
            name = "apply",
            description =
                    "Switches to a configuration. If it does not come up, the previous one runs again.")
    int apply(
            @Parameters(
                            paramLabel = "FILE",
                            description = "or - for standard input (then with --yes)")
                    String file,
            @Option(names = "--yes", description = "do not ask") boolean yes)
            throws CtlException, IOException {
        String toml = read(file);
        Applying applying = Applying.over(ctl);
        try (StationClient _ = applying.client()) {
            return applying.apply(toml, !yes).code();
        }
    }

    private String read(String file) throws CtlException {
        try {
            return file.equals("-") ? ctl.terminal().readAll() : Files.readString(Path.of(file));
        } catch (IOException | RuntimeException unreadable) {
            throw new CtlException(
                    Exit.NOT_FOUND, Text.of("ctl.file.unreadable", file, unreadable));
        }
    }
}
