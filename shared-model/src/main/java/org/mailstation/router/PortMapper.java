package org.mailstation.router;

import java.time.Duration;

/**
 * A router that takes wishes. Every method asks the router and waits for its answer for a limited
 * time; none of them throws because of what the router does.
 */
public interface PortMapper {
    Gateway gateway();

    RouterAnswer<Line> line();

    /**
     * Lets a port lead here, or renews that it does. Somebody else's entry is left alone.
     *
     * @param lease for how long; a router that keeps entries only for good gets such a wish
     */
    RouterAnswer<MapOutcome> map(Wish wish, Duration lease);

    /** Where a port leads now; there are protocols in which one can only wish. */
    default RouterAnswer<Entry> read(int external) {
        return new RouterAnswer.Given<>(new Entry.CannotAsk());
    }

    /**
     * Takes back what {@link #map} did.
     *
     * @return whether there was something to take back
     */
    RouterAnswer<Boolean> unmap(Wish wish);
}
