package org.mailstation.desktop.check;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailstation.check.Starter;
import org.mailstation.control.StationIdentity;
import org.mailstation.desktop.install.NasInfo;
import org.mailstation.desktop.install.Owner;
import org.mailstation.desktop.remote.Nas;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.remote.StationFailure;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.Failure;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.finding.Finding;

/**
 * How far we got on the way to the daemon.
 *
 * @param nas {@code null} if it does not let us in
 * @param station {@code null} if the daemon does not answer
 * @param identity what the daemon told of itself, or {@code null}
 * @param failure what it says about the station that we did not get further, or {@code null}
 */
record Arrived(
        @Nullable Nas nas,
        @Nullable Station station,
        @Nullable StationIdentity identity,
        @Nullable Finding failure,
        Clock clock)
        implements AutoCloseable {

    /**
     * @throws FailureException if the person cancels, or does not get in
     */
    static Arrived at(Visit visit, Clock clock) throws FailureException {
        Nas nas = null;
        Station station = null;
        try {
            nas = visit.signIn();
            station = nas.station();
            return new Arrived(nas, station, station.identity(), null, clock);
        } catch (FailureException e) {
            Finding finding =
                    Unanswered.finding(e.failure(), clock.instant(), starter(nas, e.failure()));
            Arrived arrived = new Arrived(nas, station, null, finding, clock);
            if (finding == null) {
                arrived.close();
                throw e;
            }
            return arrived;
        }
    }

    /** Only a daemon that does not run has to be started. */
    private static Starter starter(@Nullable Nas nas, Failure failure) {
        if (nas == null || !(failure instanceof StationFailure.NotRunning)) {
            return Starter.UNKNOWN;
        }
        try {
            NasInfo info = nas.look();
            return info.conditions().owner() == Owner.PACKAGE_CENTRE
                    ? Starter.PACKAGE
                    : Starter.of(info.systemd(), info.product().startsWith("DSM"));
        } catch (FailureException justLost) {
            return Starter.UNKNOWN;
        }
    }

    /** Of the daemon; empty if it does not answer. */
    String version() {
        return station == null ? "" : station.version();
    }

    /** The NAS as one more place to look from. */
    Optional<Eye> eye(Cancellation cancellation) {
        Station there = station;
        return there == null || identity == null
                ? Optional.empty()
                : Optional.of(new NasEye(there, cancellation, clock));
    }

    @Override
    public void close() {
        if (station != null) {
            station.close();
        }
        if (nas != null) {
            nas.close();
        }
    }
}
