package org.mailstation.desktop.flow;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.QueueRequest;
import org.mailstation.control.TraceRequest;
import org.mailstation.control.Traces;
import org.mailstation.control.WaitingLetter;
import org.mailstation.control.WaitingLetters;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.text.Text;

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
     * @param waiting letters that wait to leave; {@code null} before the station answered
     * @param wish what is asked about once more; {@code null}: nothing
     * @param done what was just done; {@code null}: nothing
     */
    public record View(
            Activity activity,
            boolean searched,
            @Nullable Traces found,
            @Nullable WaitingLetters waiting,
            @Nullable Wish wish,
            @Nullable Text done) {}

    private record Known(Traces found, WaitingLetters waiting) {}

    private final Session session;
    private final Errand errand;
    private final Audience<View> audience = new Audience<>(this::view);
    private final Consent consent = new Consent();
    private TraceRequest asked = ALL;
    private @Nullable Traces found;
    private @Nullable WaitingLetters waiting;
    private @Nullable Text done;

    public MailFlow(Session session, Background background) {
        this.session = session;
        this.errand = new Errand(background, audience::tell);
    }

    /** Called with every change, and once at once. */
    public void listen(Consumer<View> listener) {
        audience.join(listener);
    }

    public View view() {
        return new View(
                errand.activity(), !asked.equals(ALL), found, waiting, consent.wish(), done);
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

    /**
     * Has letters tried at once that wait for their time.
     *
     * @param id of one of them; empty: all
     */
    public void tryNow(String id) {
        work(
                asked,
                new QueueRequest(QueueRequest.Wanted.TRY_NOW, id),
                Text.of("flow.letters.tried"));
    }

    /** A letter that waits shall be tried no more. */
    public void giveUp(WaitingLetter letter) {
        if (!errand.busy()) {
            done = null;
            consent.ask(
                    new Wish(
                            Text.of(
                                    "flow.letters.give-up.ask",
                                    letter.subject(),
                                    String.join(", ", letter.to()),
                                    letter.from()),
                            Text.of("flow.letters.give-up")),
                    () ->
                            work(
                                    asked,
                                    new QueueRequest(QueueRequest.Wanted.GIVE_UP, letter.id()),
                                    Text.of("flow.letters.given-up")));
            audience.tell();
        }
    }

    /** What was asked about is to be done. */
    public void confirm() {
        consent.give();
    }

    /** It is not. */
    public void leave() {
        consent.drop();
        audience.tell();
    }

    private void ask(TraceRequest request) {
        work(request, new QueueRequest(QueueRequest.Wanted.LIST, ""), null);
    }

    private void work(TraceRequest request, QueueRequest queue, @Nullable Text said) {
        done = null;
        consent.drop();
        errand.start(
                Activity.Running.of("flow.letters.looking"),
                (cancellation, _) ->
                        session.onStation(
                                cancellation,
                                station -> look(station, request, queue, cancellation)),
                seen -> {
                    asked = request;
                    found = seen.found();
                    waiting = seen.waiting();
                    done = seen.waiting().found() ? said : Text.of("flow.letters.gone");
                    audience.tell();
                });
    }

    private static Known look(
            Station station, TraceRequest request, QueueRequest queue, Cancellation cancellation)
            throws FailureException {
        WaitingLetters waiting = station.ask(control -> control.queue(queue), cancellation);
        return new Known(station.ask(control -> control.trace(request), cancellation), waiting);
    }

    public void cancel() {
        errand.cancel();
    }
}
