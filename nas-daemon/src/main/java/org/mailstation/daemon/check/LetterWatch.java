package org.mailstation.daemon.check;

import java.time.Clock;
import java.util.function.Consumer;
import org.mailstation.control.StationEvent;
import org.mailstation.daemon.accounts.HourlyCount;

/** Hears what becomes of letters, keeps what checks want to know of it, and tells it on. */
public final class LetterWatch implements Consumer<StationEvent> {
    private final Refusals refusals;
    private final HourlyCount sent;
    private final Consumer<StationEvent> next;

    /**
     * @param next whoever else wants to hear it
     */
    public LetterWatch(Clock clock, Consumer<StationEvent> next) {
        this.refusals = new Refusals(clock);
        this.sent = new HourlyCount(clock);
        this.next = next;
    }

    @Override
    public void accept(StationEvent event) {
        refusals.accept(event);
        if (event instanceof StationEvent.LetterSent) {
            sent.add();
        }
        next.accept(event);
    }

    /** What other servers last answered. */
    public Refusals refusals() {
        return refusals;
    }

    /** Letters that other servers took. */
    HourlyCount sent() {
        return sent;
    }
}
