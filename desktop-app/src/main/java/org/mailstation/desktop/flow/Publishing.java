package org.mailstation.desktop.flow;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mailstation.records.ComparedRecords;

/**
 * The records that others must find in the DNS, looked at again and again while somebody enters
 * them. All on the owner's thread.
 */
public final class Publishing {

    /** A person needs longer for a record; the servers of a provider too. */
    private static final Duration PAUSE = Duration.ofSeconds(15);

    /**
     * What can be shown.
     *
     * @param records {@code null} before the first look
     */
    public record View(Activity activity, @Nullable ComparedRecords records) {}

    private final Session session;
    private final Background background;
    private final Timer timer;
    private final Errand errand;
    private final Audience<View> audience = new Audience<>(this::view);
    private @Nullable ComparedRecords records;
    private @Nullable Runnable next;
    private boolean watched;

    public Publishing(Session session, Background background, Timer timer) {
        this.session = session;
        this.background = background;
        this.timer = timer;
        this.errand = new Errand(background, audience::tell);
    }

    /** Called with every change, and once at once. */
    public void listen(Consumer<View> listener) {
        audience.join(listener);
    }

    public View view() {
        return new View(errand.activity(), records);
    }

    /** Somebody looks at them: asks now, and again until all are there. */
    public void watch() {
        watched = true;
        look();
    }

    /** Nobody looks any more. */
    public void leave() {
        watched = false;
        Runnable waiting = next;
        next = null;
        if (waiting != null) {
            waiting.run();
        }
        errand.cancel();
    }

    /** Asks now. */
    public void look() {
        errand.start(
                Activity.Running.of("flow.records.looking"),
                (cancellation, _) ->
                        session.onStation(cancellation, station -> station.records(cancellation)),
                found -> {
                    records = found;
                    audience.tell();
                    if (watched && !found.complete()) {
                        next = timer.after(PAUSE, () -> background.later(this::again));
                    }
                });
    }

    private void again() {
        next = null;
        if (watched) {
            look();
        }
    }

    public void cancel() {
        leave();
    }
}
