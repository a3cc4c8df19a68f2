package org.mailstation.daemon.ctl;

import java.io.IOException;
import java.util.List;
import org.mailstation.config.Problem;
import org.mailstation.config.diff.Change;
import org.mailstation.control.ApplyOutcome;
import org.mailstation.control.ApplyRequest;
import org.mailstation.control.ConfigText;
import org.mailstation.control.Progress;
import org.mailstation.control.Validation;
import org.mailstation.text.Text;
import org.mailstation.words.Exit;
import org.mailstation.words.FindingWords;
import org.mailstation.words.ProblemWords;

/** Shows what a configuration would change, asks, applies it, and says what became of it. */
final class Applying {
    private final Terminal terminal;
    private final StationClient client;

    private Applying(Terminal terminal, StationClient client) {
        this.terminal = terminal;
        this.client = client;
    }

    static Applying over(Ctl ctl) throws CtlException {
        Terminal terminal = ctl.terminal();
        return new Applying(terminal, StationClient.connect(ctl.socket(), new Bar(terminal)));
    }

    StationClient client() {
        return client;
    }

    /** Prints the changes or the problems; gives the base revision. */
    int validate(String toml) throws CtlException {
        return switch (client.ask(station -> station.validate(new ConfigText(toml)))) {
            case Validation.Faulty(var problems) -> throw rejected(problems);
            case Validation.Acceptable(int base, var changes) -> {
                show(changes);
                yield base;
            }
        };
    }

    /**
     * @param ask whether the person must agree first
     */
    Exit apply(String toml, boolean ask) throws CtlException, IOException {
        return apply(toml, validate(toml), ask);
    }

    private Exit apply(String toml, int base, boolean ask) throws CtlException, IOException {
        if (ask && !terminal.agrees(Text.of("ctl.apply.ask"))) {
            terminal.complain(Text.of("ctl.declined"));
            return Exit.DECLINED;
        }
        return switch (client.ask(station -> station.apply(new ApplyRequest(toml, base, 0)))) {
            case ApplyOutcome.Applied applied -> {
                terminal.say(Text.of("ctl.applied", applied.revision()));
                yield Exit.OK;
            }
            case ApplyOutcome.RolledBack back -> {
                terminal.complain(
                        back.revision() == 0
                                ? Text.of("ctl.rolled-back.none")
                                : Text.of("ctl.rolled-back", back.revision()));
                FindingWords.troubles(back.findings()).forEach(terminal.err()::println);
                yield Exit.ROLLED_BACK;
            }
            case ApplyOutcome.Stale stale -> {
                terminal.complain(Text.of("ctl.stale", stale.revision()));
                yield Exit.STALE;
            }
            case ApplyOutcome.Rejected(var problems) -> throw rejected(problems);
            case ApplyOutcome.Busy _ -> {
                terminal.complain(Text.of("ctl.busy"));
                yield Exit.BUSY;
            }
        };
    }

    private void show(List<Change> changes) {
        if (changes.isEmpty()) {
            terminal.say(Text.of("ctl.no-changes"));
        }
        for (Change change : changes) {
            terminal.out().println("* " + change.sentence().words());
            change.effects().forEach(e -> terminal.out().println("    -> " + e.words()));
        }
    }

    private CtlException rejected(List<Problem> problems) {
        ProblemWords.lines(problems).forEach(terminal.err()::println);
        return new CtlException(Exit.REJECTED, Text.of("ctl.rejected", problems.size()));
    }

    /** A line for each step. */
    private static final class Bar extends Silence {
        private final Terminal terminal;

        Bar(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public void progress(Progress progress) {
            terminal.err().printf("%3d %%  %s%n", progress.percent(), progress.step().words());
        }
    }
}
