package org.mailstation.daemon.ctl;

import java.util.concurrent.Callable;
import org.mailstation.control.LogLine;
import org.mailstation.control.LogTail;
import org.mailstation.control.Subscribe;
import org.mailstation.text.Text;
import org.mailstation.words.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The daemon's log. */
@Command(name = "logs", description = "Prints the newest lines of the daemon's log.")
final class LogsCommand implements Callable<Integer> {
    @ParentCommand private Ctl ctl;

    @Option(
            names = "-n",
            paramLabel = "N",
            defaultValue = "100",
            description = "how many, 1 to 10000; default 100")
    private int lines;

    @Option(names = "-f", description = "go on with new lines as they come")
    private boolean follow;

    @Override
    public Integer call() throws CtlException {
        if (lines < 1 || lines > 10_000) {
            throw new CtlException(Exit.USAGE, Text.of("ctl.logs.count"));
        }
        Terminal terminal = ctl.terminal();
        try (StationClient client = StationClient.connect(ctl.socket(), new Printing(terminal))) {
            client.ask(station -> station.logTail(new LogTail(lines)))
                    .lines()
                    .forEach(terminal.out()::println);
            if (follow) {
                client.ask(station -> station.subscribe(new Subscribe(false, true)));
                client.awaitEnd();
            }
            return Exit.OK.code();
        }
    }

    private static final class Printing extends Silence {
        private final Terminal terminal;

        Printing(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public void logLine(LogLine line) {
            terminal.out().println(line.line());
        }
    }
}
