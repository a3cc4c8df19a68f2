package org.mailstation.daemon.ctl;

import java.util.concurrent.Callable;
import org.mailstation.control.DkimRequest;
import org.mailstation.control.DkimRequest.Wanted;
import org.mailstation.control.DkimStatus;
import org.mailstation.words.DkimWords;
import org.mailstation.words.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** How letters are signed. */
@Command(
        name = "dkim",
        description =
                "Says with which key letters are signed, what to enter in the DNS, and whether it"
                        + " is there.")
final class DkimCommand implements Callable<Integer> {
    @ParentCommand private Ctl ctl;

    @Option(names = "--json", description = "everything, as JSON")
    private boolean json;

    @Override
    public Integer call() throws CtlException {
        return ask(Wanted.TELL, json);
    }

    @Command(
            name = "rotate",
            description =
                    "Makes a new key; it signs as soon as its record is in the DNS, and until then"
                            + " the old one does.")
    int rotate(@Option(names = "--json", description = "everything, as JSON") boolean asJson)
            throws CtlException {
        return ask(Wanted.ROTATE, asJson);
    }

    private int ask(Wanted wanted, boolean asJson) throws CtlException {
        try (StationClient client = ctl.connect()) {
            DkimStatus status = client.ask(station -> station.dkim(new DkimRequest(wanted)));
            ctl.terminal().answer(status, asJson, () -> DkimWords.lines(status));
            return (DkimWords.fine(status) ? Exit.OK : Exit.ATTENTION).code();
        }
    }
}
