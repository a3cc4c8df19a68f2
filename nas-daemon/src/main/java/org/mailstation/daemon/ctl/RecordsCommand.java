package org.mailstation.daemon.ctl;

import java.util.concurrent.Callable;
import org.mailstation.control.StationControl;
import org.mailstation.records.ComparedRecords;
import org.mailstation.words.Exit;
import org.mailstation.words.RecordWords;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** What must stand in the DNS? */
@Command(
        name = "records",
        description =
                "Says exactly which records the station wants in the DNS, and which of them are there.")
final class RecordsCommand implements Callable<Integer> {
    @ParentCommand private Ctl ctl;

    @ArgGroup private Form form = new Form();

    /** At most one of them. */
    static final class Form {
        @Option(names = "--json", description = "everything, as JSON")
        private boolean json;

        @Option(names = "--zone", description = "as lines of a zone file, to be pasted")
        private boolean zone;
    }

    @Override
    public Integer call() throws CtlException {
        try (StationClient client = ctl.connect()) {
            ComparedRecords records = client.ask(StationControl::records);
            ctl.terminal()
                    .answer(
                            records,
                            form.json,
                            () ->
                                    form.zone
                                            ? RecordWords.zone(records)
                                            : RecordWords.lines(records));
            return (records.complete() ? Exit.OK : Exit.ATTENTION).code();
        }
    }
}
