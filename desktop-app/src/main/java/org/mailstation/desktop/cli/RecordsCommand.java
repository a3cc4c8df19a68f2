package org.mailstation.desktop.cli;

import org.mailstation.desktop.remote.Nas;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.records.ComparedRecords;
import org.mailstation.words.Exit;
import org.mailstation.words.RecordWords;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What must stand in the DNS? */
@Command(
        name = "records",
        description =
                "Says exactly which records the station wants in the DNS, and which of them are there.",
        mixinStandardHelpOptions = true)
final class RecordsCommand extends Subcommand {
    @ArgGroup private Form form = new Form();

    @Mixin private SignInOptions signIn = new SignInOptions();

    /** At most one of them. */
    static final class Form {
        @Option(names = "--json", description = "everything, as JSON")
        private boolean json;

        @Option(names = "--zone", description = "as lines of a zone file, to be pasted")
        private boolean zone;
    }

    @Override
    Exit run() throws FailureException {
        try (Nas nas = signIn.signIn(program());
                Station station = nas.station()) {
            ComparedRecords records = station.records(Cancellation.never());
            terminal()
                    .answer(
                            records,
                            form.json,
                            () ->
                                    form.zone
                                            ? RecordWords.zone(records)
                                            : RecordWords.lines(records));
            return records.complete() ? Exit.OK : Exit.ATTENTION;
        }
    }
}
