package org.mailstation.desktop.flow;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Account;
import org.mailstation.config.Notifications;
import org.mailstation.config.Parsed;
import org.mailstation.config.Problem;
import org.mailstation.config.StationConfig;
import org.mailstation.control.Progress;
import org.mailstation.control.StationControl;
import org.mailstation.control.WatchAnswer;
import org.mailstation.control.WatchRequest;
import org.mailstation.control.Watched;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.text.Text;

/** What the station sees of itself, how it looks, and whom it tells. All on the owner's thread. */
public final class Watching {

    /**
     * What can be shown.
     *
     * @param watched as the station told it last; {@code null} before it was asked
     * @param mailboxes of the station, to choose from
     * @param problems of what was typed, by field of {@link WatchForm}
     * @param done what was just done; {@code null}: nothing
     * @param refused why what was wanted was not done, a sentence each; empty: it was
     */
    public record View(
            Activity activity,
            @Nullable Watched watched,
            WatchForm form,
            List<String> mailboxes,
            List<Problem> problems,
            @Nullable Text done,
            List<Text> refused) {
        public View {
            mailboxes = List.copyOf(mailboxes);
            problems = List.copyOf(problems);
            refused = List.copyOf(refused);
        }
    }

    /**
     * What the station said, and what to say of it.
     *
     * @param running {@code null}: it was not asked for
     */
    private record Answer(
            @Nullable Watched watched,
            @Nullable StationConfig running,
            List<Problem> problems,
            @Nullable Text done,
            List<Text> refused) {}

    private final Session session;
    private final Errand errand;
    private final Audience<View> audience = new Audience<>(this::view);
    private @Nullable Watched watched;
    private WatchForm form = WatchForm.USUAL;
    private boolean touched;
    private List<String> mailboxes = List.of();
    private List<Problem> problems = List.of();
    private @Nullable Text done;
    private List<Text> refused = List.of();

    public Watching(Session session, Background background) {
        this.session = session;
        this.errand = new Errand(background, audience::tell);
    }

    /** Called with every change, and once at once. */
    public void listen(Consumer<View> listener) {
        audience.join(listener);
    }

    public View view() {
        return new View(errand.activity(), watched, form, mailboxes, problems, done, refused);
    }

    /** Asks the station; what was typed stays. */
    public void open() {
        work(Activity.Running.of("flow.fetching"), this::told);
    }

    private Answer told(Cancellation cancellation, Consumer<Activity.Running> progress)
            throws FailureException {
        StationConfig running = new ConfigChange(session, cancellation, progress).fetch();
        return new Answer(watched(cancellation), running, List.of(), null, List.of());
    }

    /** Something was typed. */
    public void edit(UnaryOperator<WatchForm> change) {
        form = change.apply(form);
        touched = true;
        problems = List.of();
        done = null;
        refused = List.of();
        errand.forget();
        audience.tell();
    }

    /** From now on as it was typed. */
    public void save() {
        WatchForm wanted = form;
        work(
                Activity.Running.of("flow.working"),
                (cancellation, progress) -> saved(wanted, cancellation, progress));
    }

    private Answer saved(
            WatchForm wanted, Cancellation cancellation, Consumer<Activity.Running> progress)
            throws FailureException {
        ConfigChange change = new ConfigChange(session, cancellation, progress);
        StationConfig running = change.fetch();
        return switch (wanted.in(running)) {
            case Parsed.Invalid<Notifications> wrong ->
                    new Answer(null, null, wrong.problems(), null, List.of());
            case Parsed.Valid<Notifications>(Notifications meant) -> {
                StationConfig now = running.withNotifications(meant);
                if (!now.equals(running)) {
                    change.apply(now);
                }
                Text said = Text.of(meant.watch() ? "flow.watch.set" : "flow.watch.off");
                yield new Answer(watched(cancellation), now, List.of(), said, List.of());
            }
        };
    }

    /** Everything at once, as the station does it by itself. */
    public void look() {
        have(Activity.Running.of("flow.watch.looking"), WatchRequest.Wanted.LOOK);
    }

    /** A letter to the one who is told, as a trial. */
    public void letter() {
        have(Activity.Running.of("flow.working"), WatchRequest.Wanted.LETTER);
    }

    private void have(Activity.Running first, WatchRequest.Wanted wanted) {
        work(
                first,
                (cancellation, progress) -> {
                    WatchAnswer answer;
                    // over a conversation of its own, on which the progress is told
                    try (Station station = session.station(cancellation)) {
                        answer =
                                station.work(
                                        control -> control.watch(new WatchRequest(wanted)),
                                        step -> progress.accept(running(step)),
                                        cancellation);
                    }
                    return new Answer(
                            answer.watched(),
                            null,
                            List.of(),
                            answer.done() ? answer.said() : null,
                            answer.done() ? List.of() : reasons(answer));
                });
    }

    private static List<Text> reasons(WatchAnswer answer) {
        Text because = answer.because();
        return because == null ? List.of(answer.said()) : List.of(answer.said(), because);
    }

    private static Activity.Running running(Progress step) {
        return new Activity.Running(step.percent(), step.step(), false);
    }

    private Watched watched(Cancellation cancellation) throws FailureException {
        return session.onStation(
                cancellation, station -> station.ask(StationControl::watched, cancellation));
    }

    private void work(Activity.Running first, Errand.Task<Answer> task) {
        if (!errand.busy()) {
            done = null;
            refused = List.of();
            errand.start(first, task, this::answered);
        }
    }

    private void answered(Answer answer) {
        problems = answer.problems();
        done = answer.done();
        refused = answer.refused();
        watched = answer.watched() == null ? watched : answer.watched();
        StationConfig now = answer.running();
        if (now != null) {
            mailboxes = now.accounts().stream().map(Account::address).toList();
            if (!touched || done != null) {
                touched = false;
                form = WatchForm.of(now.notifications());
            }
        }
        audience.tell();
    }

    public void cancel() {
        errand.cancel();
    }
}
