package org.mailstation.desktop.report;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mailstation.check.Selection;
import org.mailstation.control.ForwardsRequest;
import org.mailstation.control.QueueRequest;
import org.mailstation.control.Trace;
import org.mailstation.control.TraceRequest;
import org.mailstation.control.WaitingLetters;
import org.mailstation.desktop.check.StationCheck;
import org.mailstation.desktop.check.Visit;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.diagnosis.CheckReport;
import org.mailstation.finding.Health;
import org.mailstation.text.Text;

/**
 * Asks everything that belongs on a report. A NAS that does not answer is no failure: the rest is
 * looked at, and the report says what could not be asked.
 */
public final class Gathering implements Gatherer {
    private static final int LETTERS = 30;

    /** The look takes most of the time. */
    private static final int AFTER_THE_LOOK = 70;

    private final String program;
    private final StationCheck station;
    private final Supplier<List<String>> ownLog;
    private final GoodReports good;
    private final Clock clock;

    /**
     * @param program version of this program
     * @param station looks from everywhere
     * @param ownLog lines of this program's log, oldest first
     * @param good those of before, and this one if nothing is wrong
     */
    public Gathering(
            String program,
            StationCheck station,
            Supplier<List<String>> ownLog,
            GoodReports good,
            Clock clock) {
        this.good = good;
        this.program = program;
        this.station = station;
        this.ownLog = ownLog;
        this.clock = clock;
    }

    @Override
    public Gathered gather(Visit visit, Steps steps, Cancellation cancellation)
            throws FailureException {
        try (KeptNas kept = new KeptNas(visit)) {
            CheckReport check =
                    station.run(
                            kept,
                            Selection.EVERYTHING,
                            step ->
                                    steps.at(
                                            Gathered.Part.LOOK,
                                            step.percent() * AFTER_THE_LOOK / 100,
                                            step.step()),
                            cancellation);
            Questions questions = new Questions(kept, steps, cancellation);
            Gathered.Told told = told(questions, cancellation);
            Gathered all =
                    new Gathered(
                            program,
                            visit.host(),
                            clock.instant(),
                            check,
                            station.known(visit.host()),
                            told,
                            good.last(visit.host()),
                            LogPick.of(ownLog.get()),
                            questions.unasked);
            if (check.diagnosis().health() == Health.FINE && all.unasked().isEmpty()) {
                good.keep(Snapshot.of(all));
            }
            return all;
        }
    }

    private static Gathered.Told told(Questions questions, Cancellation cancellation)
            throws FailureException {
        return new Gathered.Told(
                questions.ask(Gathered.Part.STATION, Station::status),
                questions.ask(Gathered.Part.RECORDS, nas -> nas.records(cancellation)),
                questions.ask(Gathered.Part.DDNS, nas -> nas.ddns(false)),
                questions.ask(
                        Gathered.Part.FORWARDS,
                        nas -> nas.forwards(ForwardsRequest.Wanted.TELL, cancellation)),
                questions.ask(Gathered.Part.QUEUE, nas -> waiting(nas, cancellation)),
                questions.ask(Gathered.Part.LETTERS, nas -> letters(nas, cancellation)),
                questions.ask(Gathered.Part.LOG, nas -> LogPick.of(nas.log(LogPick.ASKED))));
    }

    private static WaitingLetters waiting(Station nas, Cancellation cancellation)
            throws FailureException {
        QueueRequest list = new QueueRequest(QueueRequest.Wanted.LIST, "");
        return nas.ask(control -> control.queue(list), cancellation);
    }

    private static List<Trace> letters(Station nas, Cancellation cancellation)
            throws FailureException {
        TraceRequest newest = new TraceRequest("", "", "", "", LETTERS);
        return nas.ask(control -> control.trace(newest), cancellation).letters();
    }

    private interface Question<T> {
        T ask(Station station) throws FailureException;
    }

    /** One after the other, over one conversation. */
    private static final class Questions {
        private final KeptNas nas;
        private final Steps steps;
        private final Cancellation cancellation;
        private final List<Gathered.Unasked> unasked = new ArrayList<>();

        Questions(KeptNas nas, Steps steps, Cancellation cancellation) {
            this.nas = nas;
            this.steps = steps;
            this.cancellation = cancellation;
        }

        <T> @Nullable T ask(Gathered.Part what, Question<T> question) throws FailureException {
            cancellation.check();
            int parts = Gathered.Part.values().length;
            steps.at(
                    what,
                    AFTER_THE_LOOK + what.ordinal() * (100 - AFTER_THE_LOOK) / parts,
                    Text.of("report.asking." + what.name().toLowerCase(Locale.ROOT)));
            try {
                return question.ask(nas.talk());
            } catch (FailureException e) {
                cancellation.check();
                unasked.add(new Gathered.Unasked(what, e.failure().text()));
                return null;
            } catch (KeptNas.NotThereException e) {
                unasked.add(new Gathered.Unasked(what, Text.of("report.nas-silent")));
                return null;
            }
        }
    }
}
