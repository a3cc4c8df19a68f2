package org.mailstation.daemon.ctl;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Map;
import org.mailstation.daemon.Version;
import org.mailstation.daemon.state.DataFolder;
import org.mailstation.words.Exit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program {@code mailstationctl}. */
@Command(
        name = "mailstationctl",
        description = "Asks and tells the Mail Station daemon on this computer.",
        mixinStandardHelpOptions = true,
        versionProvider = Ctl.VersionWords.class,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done; status, check: the station is fine",
            "1:status, check, letter, forward, dkim, certificate, records: not everything is fine, the output says why; reindex: letters are missing; backup, restore: something is damaged or was left out; import, export: letters are missing",
            "2:wrong arguments",
            "3:the daemon does not answer",
            "4:refused, nothing was changed",
            "5:somebody else changed the configuration in the meantime, nothing was changed",
            "6:the new configuration did not come up, the previous one runs again",
            "7:another configuration is being applied, nothing was changed",
            "8:daemon and mailstationctl are of versions that do not understand each other",
            "9:no such file, account or letter",
            "10:not confirmed by the person, nothing was changed",
            "13:Java 25 was not found",
            "70:something unexpected"
        },
        subcommands = {
            StatusCommand.class,
            CheckCommand.class,
            LetterCommand.class,
            ConfigCommand.class,
            AccountCommand.class,
            AppPasswordCommand.class,
            FilterCommand.class,
            VacationCommand.class,
            SecretCommand.class,
            LogsCommand.class,
            TraceCommand.class,
            QueueCommand.class,
            WatchCommand.class,
            BansCommand.class,
            MetricsCommand.class,
            ReindexCommand.class,
            UsersCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            DdnsCommand.class,
            ForwardCommand.class,
            DkimCommand.class,
            CertificateCommand.class,
            RecordsCommand.class,
            RelayCommand.class,
            ClientCommand.class,
            RpcCommand.class
        })
public final class Ctl implements Runnable {
    static final String DEFAULT_DATA = "/var/lib/mailstation";

    private final Terminal terminal;

    @Spec private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "the daemon's folder; otherwise MAILSTATION_DATA, or " + DEFAULT_DATA)
    private Path data;

    Ctl(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.data = Path.of(environment.getOrDefault("MAILSTATION_DATA", DEFAULT_DATA));
    }

    /** See {@code --help}. */
    public static void main(String[] args) throws IOException {
        Terminal terminal = new Terminal(System.in, System.out, System.err, System.console());
        int code =
                args.length == 3 && args[0].equals("--data") && args[2].equals("rpc")
                        ? rpc(new DataFolder(Path.of(args[1])).socket(), terminal)
                        : run(terminal, System.getenv(), args);
        System.out.flush();
        System.exit(code);
    }

    /** The whole program but for the end of the process. */
    static int run(Terminal terminal, Map<String, String> environment, String... args) {
        CommandLine line = new CommandLine(new Ctl(terminal, environment));
        line.setOut(new PrintWriter(terminal.out(), true));
        line.setErr(new PrintWriter(terminal.err(), true));
        line.setExecutionExceptionHandler(
                (failure, _, _) -> {
                    if (failure instanceof CtlException expected) {
                        terminal.complain(expected.text());
                        return expected.exit().code();
                    }
                    terminal.err().println("mailstationctl: " + failure);
                    return Exit.SURPRISE.code();
                });
        return line.execute(args);
    }

    /**
     * The assistant calls this for every look at the station: it goes without the reading of a
     * whole command line.
     */
    static int rpc(Path socket, Terminal terminal) throws IOException {
        try (SocketChannel channel = StationClient.connectSocket(socket)) {
            Bridge.carry(
                    new FileInputStream(FileDescriptor.in),
                    new FileOutputStream(FileDescriptor.out),
                    channel);
            return Exit.OK.code();
        } catch (CtlException noAnswer) {
            terminal.complain(noAnswer.text());
            return noAnswer.exit().code();
        }
    }

    Terminal terminal() {
        return terminal;
    }

    Path socket() {
        return new DataFolder(data).socket();
    }

    StationClient connect() throws CtlException {
        return StationClient.connect(socket(), new Silence());
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Missing command; mailstationctl --help names them.");
    }

    static final class VersionWords implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"mailstationctl " + Version.current()};
        }
    }
}
