package org.mailstation.daemon.ctl;

import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.mailstation.control.TraceRequest;
import org.mailstation.control.Traces;
import org.mailstation.words.Exit;
import org.mailstation.words.TraceWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Where is my letter? */
@Command(
        name = "trace",
        description =
                "Says where letters of the last 30 days are: from whom they came, what was found"
                        + " out, and what became of them. The newest first.")
final class TraceCommand implements Callable<Integer> {
    @ParentCommand private Ctl ctl;

    @Option(names = "--from", paramLabel = "TEXT", defaultValue = "", description = "in the sender")
    private String from;

    @Option(names = "--to", paramLabel = "TEXT", defaultValue = "", description = "in a recipient")
    private String to;

    @Option(
            names = "--subject",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "in the subject")
    private String subject;

    @Option(
            names = "--id",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "in the Message-ID, or the number that the sender was told")
    private String id;

    @Option(
            names = "-n",
            paramLabel = "N",
            defaultValue = "20",
            description = "how many at most, 1 to 1000; default 20")
    private int most;

    @Option(names = "--json", description = "everything, as JSON")
    private boolean json;

    @Override
    public Integer call() throws CtlException {
        TraceRequest request = new TraceRequest(from, to, subject, id, Math.clamp(most, 1, 1000));
        try (StationClient client = ctl.connect()) {
            Traces traces = client.ask(station -> station.trace(request));
            ctl.terminal()
                    .answer(traces, json, () -> TraceWords.lines(traces, ZoneId.systemDefault()));
            return (traces.letters().isEmpty() ? Exit.NOT_FOUND : Exit.OK).code();
        }
    }
}
