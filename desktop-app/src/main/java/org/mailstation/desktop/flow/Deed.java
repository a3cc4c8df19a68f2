package org.mailstation.desktop.flow;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailstation.check.TakenPort;
import org.mailstation.config.Service;
import org.mailstation.config.StationConfig;
import org.mailstation.control.AskDdns;
import org.mailstation.control.CertificateFetching;
import org.mailstation.control.CertificateRequest;
import org.mailstation.control.DdnsStatus;
import org.mailstation.control.Forward;
import org.mailstation.control.ForwardState;
import org.mailstation.control.Forwards;
import org.mailstation.control.ForwardsRequest;
import org.mailstation.control.QueueRequest;
import org.mailstation.control.WaitingLetter;
import org.mailstation.control.WaitingLetters;
import org.mailstation.desktop.remote.NasDeed;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.remote.StationFailure;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.Cancelled;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.text.Text;

/** Carries out a fix at the station, and takes it back where that can be done. Aside. */
final class Deed {
    private static final Duration BETWEEN = Duration.ofSeconds(2);

    /** A letter to a slow server is answered within half a minute, or waits for its next time. */
    private static final int LETTER_LOOKS = 15;

    /** An authority may look at the name for some minutes. */
    private static final int CERTIFICATE_LOOKS = 150;

    /** A small NAS needs half a minute. */
    private static final int START_LOOKS = 30;

    private final Session session;
    private final OutwardLetter.Rest rest;
    private final Cancellation cancellation;
    private final ConfigChange change;
    private @Nullable Back back;

    /** Undoes it. */
    private interface Back {
        void run() throws FailureException;
    }

    Deed(
            Session session,
            OutwardLetter.Rest rest,
            Cancellation cancellation,
            Consumer<Activity.Running> progress) {
        this.session = session;
        this.rest = rest;
        this.cancellation = cancellation;
        this.change = new ConfigChange(session, cancellation, progress);
    }

    void carryOut(Fix fix) throws FailureException {
        switch (fix) {
            case Fix.ForwardAgain _ -> forward();
            case Fix.TellProvider _ -> tellProvider();
            case Fix.OpenAgain _, Fix.PushAgain _ -> change.apply(change.fetch());
            case Fix.FreePort(int port, TakenPort.Holder holder) -> free(port, holder);
            case Fix.StartService _ -> start();
            case Fix.Renew _ -> renew();
            case Fix.TryLetters _ -> tryLetters();
            case Fix.ChangeSetting(String field, String value) -> {
                StationConfig running = change.fetch();
                change.apply(SettingChange.on(running, field, value));
                back = () -> change.apply(running);
            }
        }
    }

    /** Whether {@link #takeBack} would change anything. */
    boolean canBeTakenBack() {
        return back != null;
    }

    /**
     * All is again as it was before.
     *
     * @throws FailureException if it could not be
     */
    void takeBack() throws FailureException {
        Back undo = back;
        if (undo != null) {
            undo.run();
            back = null;
        }
    }

    private void forward() throws FailureException {
        Set<Service> before = standing(ForwardsRequest.Wanted.TELL);
        List<Service> made =
                standing(ForwardsRequest.Wanted.ASK_AGAIN).stream()
                        .filter(one -> !before.contains(one))
                        .toList();
        if (!made.isEmpty()) {
            ForwardsRequest giveBack = new ForwardsRequest(ForwardsRequest.Wanted.GIVE_BACK, made);
            back = () -> ask(control -> control.forwards(giveBack));
        }
    }

    private Set<Service> standing(ForwardsRequest.Wanted wanted) throws FailureException {
        Forwards now =
                session.onStation(cancellation, station -> station.forwards(wanted, cancellation));
        return now.forwards().stream()
                .filter(one -> one.state() instanceof ForwardState.Stands)
                .map(Forward::service)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void tellProvider() throws FailureException {
        String before = session.onStation(cancellation, station -> station.ddns(false)).published();
        String after = ask(control -> control.ddns(new AskDdns(true))).published();
        if (!before.isEmpty() && !before.equals(after)) {
            back = () -> tellAgain(before);
        }
    }

    private void tellAgain(String address) throws FailureException {
        DdnsStatus now = ask(control -> control.ddns(new AskDdns(false, address)));
        if (!now.published().equals(address)) {
            throw new FailureException(
                    new FlowFailure.NotApplied(Text.of("fix.ddns.not-back", address)));
        }
    }

    private void free(int port, TakenPort.Holder holder) throws FailureException {
        switch (holder) {
            case TakenPort.Holder.Ours(long pid, String _) ->
                    onNas(new NasDeed.EndOther(pid, port));
            case TakenPort.Holder.Package one -> onNas(new NasDeed.StopPackage(one));
            // never offered: what is not ours is not stopped
            case TakenPort.Holder.Program _, TakenPort.Holder.User _ -> {}
        }
        change.apply(change.fetch());
    }

    private void onNas(NasDeed deed) throws FailureException {
        session.onNas(
                cancellation,
                nas -> {
                    nas.carryOut(deed);
                    return deed;
                });
    }

    /** A service that was just started does not answer at once. */
    private void start() throws FailureException {
        onNas(new NasDeed.StartService());
        for (int i = 0; i < START_LOOKS; i++) {
            try {
                session.onStation(cancellation, Station::version);
                return;
            } catch (FailureException e) {
                if (!(e.failure() instanceof StationFailure.NotRunning)) {
                    throw e;
                }
            }
            pause();
        }
    }

    private void renew() throws FailureException {
        CertificateFetching now;
        try {
            now = certificate(CertificateRequest.Wanted.RENEW);
        } catch (FailureException e) {
            if (!(e.failure() instanceof StationFailure.NoAnswer)) {
                throw e;
            }
            now = certificate(CertificateRequest.Wanted.TELL); // it takes longer than an answer may
        }
        for (int i = 0; i < CERTIFICATE_LOOKS && now.working(); i++) {
            pause();
            now = certificate(CertificateRequest.Wanted.TELL);
        }
    }

    private CertificateFetching certificate(CertificateRequest.Wanted wanted)
            throws FailureException {
        return ask(control -> control.certificate(new CertificateRequest(wanted)));
    }

    /** Waits until each that waited has left, or was answered once more. */
    private void tryLetters() throws FailureException {
        Set<String> tries = tries(queue(QueueRequest.Wanted.LIST));
        WaitingLetters now = queue(QueueRequest.Wanted.TRY_NOW);
        for (int i = 0; i < LETTER_LOOKS && tries(now).stream().anyMatch(tries::contains); i++) {
            pause();
            now = queue(QueueRequest.Wanted.LIST);
        }
    }

    private static Set<String> tries(WaitingLetters letters) {
        List<WaitingLetter> all = letters.letters();
        return all.stream().map(one -> one.id() + " " + one.tries()).collect(Collectors.toSet());
    }

    private WaitingLetters queue(QueueRequest.Wanted wanted) throws FailureException {
        return ask(control -> control.queue(new QueueRequest(wanted, "")));
    }

    private <T> T ask(Station.Inquiry<T> inquiry) throws FailureException {
        return session.onStation(cancellation, station -> station.ask(inquiry, cancellation));
    }

    private void pause() throws FailureException {
        cancellation.check();
        try {
            rest.pause(BETWEEN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailureException(new Cancelled(), e);
        }
    }
}
