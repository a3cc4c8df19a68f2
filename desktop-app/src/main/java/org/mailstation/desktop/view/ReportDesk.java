package org.mailstation.desktop.view;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.stage.Window;
import org.mailstation.desktop.check.Visit;
import org.mailstation.desktop.flow.Background;
import org.mailstation.desktop.flow.FirstContact;
import org.mailstation.desktop.flow.Session;
import org.mailstation.desktop.flow.SetupFlow;
import org.mailstation.desktop.remote.StationBook;
import org.mailstation.desktop.remote.StationProfile;
import org.mailstation.desktop.report.Gatherer;
import org.mailstation.desktop.report.Outsider;
import org.mailstation.desktop.report.ReportFailure;
import org.mailstation.desktop.report.Reporting;
import org.mailstation.desktop.report.Sheet;
import org.mailstation.desktop.ssh.SshTarget;
import org.mailstation.desktop.stations.Stations;
import org.mailstation.desktop.view.parts.Dialogs;
import org.mailstation.desktop.view.report.ReportWindow;
import org.mailstation.desktop.words.Words;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;

/**
 * Makes reports about the station in sight; also about one that nobody could sign in to yet,
 * perhaps because its NAS is dead.
 */
final class ReportDesk {

    /**
     * What it is made with.
     *
     * @param contact to a NAS that nobody signed in to
     * @param book of the stations that this computer knows
     */
    record Means(
            Gatherer gatherer,
            FirstContact contact,
            StationBook book,
            Stations stations,
            InstantSource clock,
            Background background) {}

    /** Whom the report is about. */
    private record Subject(Session session, String address) {}

    private final Means means;
    private final ReportWindow window;
    private volatile Subject subject;

    ReportDesk(Window owner, Words words, Means means, Dialogs dialogs) {
        this.means = means;
        subject = inSight();
        Reporting reporting =
                new Reporting(
                        (steps, cancellation) ->
                                means.gatherer().gather(visit(cancellation), steps, cancellation),
                        this::maker,
                        words,
                        Sheet.of(words.locale()),
                        means.clock(),
                        means.background());
        window = new ReportWindow(owner, words, reporting, dialogs);
    }

    private Subject inSight() {
        SetupFlow flow = means.stations().current().flow();
        return new Subject(flow.session(), flow.visited());
    }

    /** Shows it, and begins unless one about this station is there or being made. */
    void open() {
        Subject now = inSight();
        if (!now.equals(subject)) {
            window.close();
            subject = now;
        }
        window.open();
    }

    /** Ends what is under way, and its window. */
    void close() {
        window.close();
    }

    private Visit visit(Cancellation cancellation) throws FailureException {
        Session session = subject.session();
        return session.signedIn()
                ? session.visit(cancellation)
                : new Outsider(known(), means.contact(), cancellation);
    }

    private SshTarget known() throws FailureException {
        String address = subject.address();
        try {
            List<StationProfile> all = means.book().all();
            Optional<StationProfile> one =
                    all.stream()
                            .filter(
                                    it ->
                                            address.isEmpty()
                                                    || it.target().address().equals(address))
                            .findFirst();
            if (one.isPresent()) {
                return one.get().target();
            }
        } catch (IOException unreadable) {
            throw new FailureException(new ReportFailure.NoStation(), unreadable);
        }
        throw new FailureException(new ReportFailure.NoStation());
    }

    private Reporting.Maker maker() {
        try {
            String user = visit(Cancellation.never()).target().user();
            return new Reporting.Maker(user, subject.session().secrets());
        } catch (FailureException unknown) {
            return new Reporting.Maker("", List.of());
        }
    }
}
