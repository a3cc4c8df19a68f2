package org.mailstation.desktop.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mailstation.check.Selection;
import org.mailstation.control.Progress;
import org.mailstation.desktop.check.StationCheck;
import org.mailstation.desktop.flow.Activity;
import org.mailstation.desktop.flow.Checkup;
import org.mailstation.desktop.flow.Fix;
import org.mailstation.desktop.flow.Mended;
import org.mailstation.desktop.flow.Mending;
import org.mailstation.desktop.flow.Offers;
import org.mailstation.desktop.flow.Session;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.diagnosis.CheckReport;
import org.mailstation.finding.Health;
import org.mailstation.words.Exit;
import org.mailstation.words.ProgressLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Mends what the check found, as the buttons of the window do. */
@Command(
        name = "fix",
        description =
                "Looks at everything as check does, and mends one thing that was found: says what will happen, asks, does it, looks again, and takes it back if something else became worse by it.",
        mixinStandardHelpOptions = true)
final class FixCommand extends Subcommand {
    @Parameters(
            arity = "0..1",
            paramLabel = "NUMBER|NAME",
            description =
                    "which one: its number in the list, or the name of the check, as forwarding.smtp or forwarding; not needed where there is only one")
    private @Nullable String which;

    @Option(names = "--list", description = "only say what can be mended")
    private boolean list;

    @Option(names = "--yes", description = "do not ask")
    private boolean yes;

    @Mixin private SignInOptions signIn = new SignInOptions();

    @Override
    Exit run() throws FailureException {
        try (Session session = signIn.session(program())) {
            StationCheck check = program().parts().check().with(OutsideLogin.eyes(program()));
            Checkup.Source source =
                    (wanted, progress, cancellation) ->
                            check.run(session.visit(cancellation), wanted, progress, cancellation);
            Mending mending = new Mending(session, source, Thread::sleep);
            CheckReport report =
                    shown(
                            told ->
                                    source.look(
                                            wanted(which),
                                            step -> told.accept(running(step)),
                                            Cancellation.never()));
            return choose(report, mending);
        }
    }

    /** Who names one need not wait for all the others. */
    private static Selection wanted(@Nullable String name) {
        if (name == null || name.matches("[0-9]+")) {
            return Selection.EVERYTHING;
        }
        List<String> names = new ArrayList<>(List.of(name));
        names.addAll(Fix.CONTEXT);
        return new Selection(names);
    }

    private static Activity.Running running(Progress step) {
        return new Activity.Running(step.percent(), step.step(), false);
    }

    private Exit choose(CheckReport report, Mending mending) throws FailureException {
        Offers offers = Offers.of(report);
        FixPaper paper = new FixPaper(terminal().out());
        boolean fine = report.diagnosis().health() == Health.FINE;
        String name = which;
        if (offers.each().isEmpty() && name == null) {
            terminal().say(fine ? "diagnosis.fine" : "cli.fix.none");
            return fine ? Exit.OK : Exit.ATTENTION;
        }
        if (list || (name == null && offers.each().size() > 1)) {
            paper.list(offers.each());
            terminal().say("cli.fix.which");
            return fine ? Exit.OK : Exit.ATTENTION;
        }
        Offers.Offer offer =
                offers.named(name == null ? "1" : name)
                        .orElseThrow(
                                () ->
                                        CliFailure.because(
                                                Exit.NOT_FOUND,
                                                "cli.fix.unknown",
                                                String.valueOf(name)));
        return mend(offer, report, mending, paper);
    }

    private Exit mend(Offers.Offer offer, CheckReport report, Mending mending, FixPaper paper)
            throws FailureException {
        Mending.Plan plan = mending.plan(offer.about(), offer.fix(), Cancellation.never(), _ -> {});
        paper.plan(plan);
        if (!yes && !terminal().agrees("cli.fix.ask")) {
            terminal().say("ctl.declined");
            return Exit.DECLINED;
        }
        Mended mended =
                shown(
                        told ->
                                mending.carryOut(
                                        plan, report.findings(), Cancellation.never(), told));
        paper.mended(mended);
        return switch (mended.result()) {
            case CURED -> Exit.OK;
            case NO_BETTER, UNTOLD, STAYS_WORSE -> Exit.ATTENTION;
            case TAKEN_BACK -> Exit.ROLLED_BACK;
        };
    }

    /** Work that tells how far it is. */
    private interface Work<T> {
        T run(Consumer<Activity.Running> told) throws FailureException;
    }

    private <T> T shown(Work<T> work) throws FailureException {
        ProgressLine line = new ProgressLine(terminal().err(), true);
        // scripts want the answer only
        boolean shown = terminal().interactive();
        try {
            return work.run(
                    now -> {
                        if (shown) {
                            line.show(Math.max(0, now.percent()), now.step());
                        }
                    });
        } finally {
            line.erase();
        }
    }
}
