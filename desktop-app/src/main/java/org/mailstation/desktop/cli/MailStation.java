package org.mailstation.desktop.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.flow.Surprise;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.words.Exit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program {@code mail-station}. Without a command it opens the window. */
@Command(
        name = "mail-station",
        description =
                "Sets up and watches the family's mail on the NAS at home. Without a command it opens its window.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "[COMMAND]",
        versionProvider = MailStation.VersionWords.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done; status, check: the station is fine",
            "1:status, check, report, letter, records: not everything is fine, the output says why; fix: it did not help; explain: this is no returned letter",
            "2:wrong arguments",
            "3:the NAS or its mail service does not answer",
            "4:refused, nothing was changed",
            "5:somebody else changed the configuration in the meantime, nothing was changed",
            "6:the new configuration did not come up, the previous one runs again; fix: it made something worse and was taken back",
            "7:another configuration is being applied, nothing was changed",
            "8:this program and the mail service do not understand each other",
            "9:no such file or account, or no station connected yet",
            "10:not confirmed by the person, nothing was changed",
            "11:the NAS shows another host key than before",
            "12:the NAS does not accept the name, password or key, or gives no administrator's right",
            "13:Java 25 was not found",
            "14:the installation failed, the NAS is as it was",
            "15:there is no display for the window",
            "70:something unexpected"
        },
        subcommands = {
            ConnectCommand.class,
            InstallCommand.class,
            ApplyCommand.class,
            PasswdCommand.class,
            StatusCommand.class,
            DdnsCommand.class,
            ForwardCommand.class,
            CheckCommand.class,
            FixCommand.class,
            ReportCommand.class,
            WatchCommand.class,
            LetterCommand.class,
            ExplainCommand.class,
            RecordsCommand.class,
            OutsideCommand.class,
            CertificateCommand.class,
            PracticeCommand.class
        })
public final class MailStation implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(MailStation.class);

    private final Terminal terminal;
    private final Parts parts;

    @Spec private @Nullable CommandSpec spec;

    private MailStation(Terminal terminal, Parts parts) {
        this.terminal = terminal;
        this.parts = parts;
    }

    /** The whole program but for the end of the process. Returns the exit code. */
    public static int run(Terminal terminal, Parts parts, String... args) {
        CommandLine line = new CommandLine(new MailStation(terminal, parts));
        line.addSubcommand(new DiscoverCommand(parts.discovery()));
        line.setOut(writer(terminal.out()));
        line.setErr(writer(terminal.err()));
        line.setExecutionExceptionHandler(
                (thrown, _, _) -> {
                    if (thrown instanceof FailureException expected) {
                        terminal.complain(expected.failure().text());
                        return Exits.of(expected.failure()).code();
                    }
                    Surprise surprise = Surprise.of(thrown);
                    // class names and places only: nobody promises that a text holds no secret
                    LOG.error("{}\n{}", surprise.code(), surprise.details());
                    terminal.complain(surprise.text());
                    return Exit.SURPRISE.code();
                });
        return line.execute(args);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
    }

    Terminal terminal() {
        return terminal;
    }

    Parts parts() {
        return parts;
    }

    @Override
    public Integer call() throws Exception {
        Optional<Callable<Integer>> window = parts.window().ifDisplay();
        if (window.isPresent()) {
            return window.get().call();
        }
        terminal.say("cli.no-display");
        Objects.requireNonNull(spec).commandLine().usage(terminal.out());
        return Exit.NO_DISPLAY.code();
    }

    static final class VersionWords implements IVersionProvider {
        @Spec private @Nullable CommandSpec spec;

        @Override
        public String[] getVersion() {
            MailStation program = (MailStation) Objects.requireNonNull(spec).root().userObject();
            return new String[] {"mail-station " + program.parts.version()};
        }
    }
}
