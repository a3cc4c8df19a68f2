package org.mailstation.desktop.flow;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.TraceRequest;
import org.mailstation.control.Traces;

/** Where letters are: those that came and went last, and a search. All on the owner's thread. */
public final class MailFlow {

    /** So many letters are shown at once, the newest. */
    public static final int MOST = 50;

    private static final TraceRequest ALL = new TraceRequest("", "", "", "", MOST);

    /**
     * What can be shown.
     *
     * @param searched whether certain letters were asked for
     * @param found {@code null} before the station answered
     */
    public record View(Activity activity, boolean searched, @Nullable Traces found) {}

    private final Session session;
    private final Errand errand;
    private final Audience<View> audience = new Audience<>(this::view);
    private TraceRequest asked = ALL;
    private @Nullable Traces found;

    public MailFlow(Session session, Background background) {
        this.session = session;
        this.errand = new Errand(background, audience::tell);
    }

    /** Called with every change, and once at once. */
    public void listen(Consumer<View> listener) {
        audience.join(listener);
    }

    public View view() {
        return new View(errand.activity(), !asked.equals(ALL), found);
    }

    /** Somebody comes to look: the same question once more. */
    public void open() {
        ask(asked);
    }

    /** The newest letters of all. */
    public void all() {
        ask(ALL);
    }

    /** Letters with these words, of which empty ones do not matter. */
    public void search(String from, String to, String subject, String id) {
        ask(new TraceRequest(from.strip(), to.strip(), subject.strip(), id.strip(), MOST));
    }

    private void ask(TraceRequest request) {
        errand.start(
                Activity.Running.of("flow.letters.looking"),
                (cancellation, _) ->
                        session.onStation(
                                cancellation,
                                station ->
                                        station.ask(
                                                control -> control.trace(request), cancellation)),
                letters -> {
                    asked = request;
                    found = letters;
                    audience.tell();
                });
    }

    public void cancel() {
        errand.cancel();
    }
}
