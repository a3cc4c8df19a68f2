package org.mailstation.daemon.ctl;

import java.util.concurrent.Callable;
import org.mailstation.control.ControlJson;
import org.mailstation.control.Progress;
import org.mailstation.control.Reindexed;
import org.mailstation.control.StationControl;
import org.mailstation.text.Text;
import org.mailstation.words.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Makes the index agree with the letters. */
@Command(
        name = "reindex",
        description =
                "Looks at every letter on the disk, takes up letters that were put into a folder by"
                        + " hand, and makes the index right. Mail goes on meanwhile.")
final class ReindexCommand implements Callable<Integer> {
    @ParentCommand private Ctl ctl;

    @Option(names = "--json", description = "what was found, as JSON")
    private boolean json;

    @Override
    public Integer call() throws CtlException {
        Terminal terminal = ctl.terminal();
        try (StationClient client = StationClient.connect(ctl.socket(), new Steps(terminal))) {
            Reindexed found = client.ask(StationControl::reindex);
            if (json) {
                terminal.out().println(ControlJson.write(found));
            } else {
                terminal.say(
                        Text.of(
                                "ctl.reindex.done",
                                found.letters(),
                                found.repaired(),
                                found.adopted()));
            }
            if (found.missing() > 0) {
                terminal.complain(Text.of("ctl.reindex.missing", found.missing()));
                return Exit.ATTENTION.code();
            }
            return Exit.OK.code();
        }
    }

    private static final class Steps extends Silence {
        private final Terminal terminal;

        Steps(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public void progress(Progress progress) {
            terminal.err().printf("%3d %%  %s%n", progress.percent(), progress.step().words());
        }
    }
}
