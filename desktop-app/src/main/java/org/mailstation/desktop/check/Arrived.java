package org.mailstation.desktop.check;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.StationIdentity;
import org.mailstation.desktop.remote.Nas;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.work.Cancellation;
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
            Finding finding = Unanswered.finding(e.failure(), clock.instant());
            Arrived arrived = new Arrived(nas, station, null, finding, clock);
            if (finding == null) {
                arrived.close();
                throw e;
            }
            return arrived;
        }
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
