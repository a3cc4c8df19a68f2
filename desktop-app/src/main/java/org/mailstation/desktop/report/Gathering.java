package org.mailstation.desktop.report;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mailstation.check.Selection;
import org.mailstation.control.DdnsStatus;
import org.mailstation.control.Progress;
import org.mailstation.control.StationIdentity;
import org.mailstation.control.StationStatus;
import org.mailstation.control.TraceRequest;
import org.mailstation.control.Traces;
import org.mailstation.desktop.check.StationCheck;
import org.mailstation.desktop.check.Visit;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.diagnosis.CheckReport;
import org.mailstation.records.ComparedRecords;
import org.mailstation.text.Text;

/**
 * Asks everything that belongs on a report. A NAS that does not answer is no failure: the rest is
 * looked at, and the report says what could not be asked.
 */
public final class Gathering {
    private static final int LETTERS = 30;

    private final String program;
    private final StationCheck station;
    private final Clock clock;

    /**
     * @param program version of this program
     * @param station looks from everywhere
     */
    public Gathering(String program, StationCheck station, Clock clock) {
        this.program = program;
        this.station = station;
        this.clock = clock;
    }

    /**
     * Takes up to half a minute.
     *
     * @param progress called from any thread
     * @throws FailureException if the person cancels, or does not get in
     */
    public Gathered gather(Visit visit, Consumer<Progress> progress, Cancellation cancellation)
            throws FailureException {
        try (KeptNas kept = new KeptNas(visit)) {
            CheckReport check = station.run(kept, Selection.EVERYTHING, progress, cancellation);
            Questions questions = new Questions(kept);
            StationStatus status = questions.ask(Gathered.Part.STATION, Station::status);
            ComparedRecords records =
                    questions.ask(Gathered.Part.RECORDS, nas -> nas.records(cancellation));
            DdnsStatus ddns = questions.ask(Gathered.Part.DDNS, nas -> nas.ddns(false));
            Traces traces =
                    questions.ask(
                            Gathered.Part.LETTERS,
                            nas ->
                                    nas.ask(
                                            control ->
                                                    control.trace(
                                                            new TraceRequest(
                                                                    "", "", "", "", LETTERS)),
                                            cancellation));
            StationIdentity identity = station.known(visit.host());
            return new Gathered(
                    program,
                    visit.host(),
                    clock.instant(),
                    check,
                    identity,
                    status,
                    records,
                    ddns,
                    traces == null ? null : traces.letters(),
                    questions.unasked);
        }
    }

    private interface Question<T> {
        T ask(Station station) throws FailureException;
    }

    /** One after the other, over one conversation. */
    private static final class Questions {
        private final KeptNas nas;
        private final List<Gathered.Unasked> unasked = new ArrayList<>();

        Questions(KeptNas nas) {
            this.nas = nas;
        }

        <T> @Nullable T ask(Gathered.Part what, Question<T> question) {
            try {
                return question.ask(nas.talk());
            } catch (FailureException e) {
                unasked.add(new Gathered.Unasked(what, e.failure().text()));
                return null;
            } catch (KeptNas.NotThereException e) {
                unasked.add(new Gathered.Unasked(what, Text.of("report.nas-silent")));
                return null;
            }
        }
    }
}
