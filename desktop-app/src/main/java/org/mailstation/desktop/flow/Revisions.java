package org.mailstation.desktop.flow;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.diff.Change;
import org.mailstation.control.History;
import org.mailstation.control.Validation;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.text.Text;

/** What was changed when, and the way back to it. All on the owner's thread. */
public final class Revisions {

    /**
     * What going back would change.
     *
     * @param revision that would be brought back
     * @param base what runs now
     */
    public record Plan(int revision, int base, String toml, List<Change> changes) {
        public Plan {
            changes = List.copyOf(changes);
        }
    }

    /**
     * What can be shown.
     *
     * @param history {@code null} before the station answered
     * @param plan what somebody wants to bring back; {@code null}: nothing
     * @param wish the question about it; {@code null}: none
     * @param done what was just done; {@code null}: nothing
     */
    public record View(
            Activity activity,
            @Nullable History history,
            @Nullable Plan plan,
            @Nullable Wish wish,
            @Nullable Text done) {}

    private final Session session;
    private final Errand errand;
    private final Audience<View> audience = new Audience<>(this::view);
    private @Nullable History history;
    private @Nullable Plan plan;
    private @Nullable Text done;

    public Revisions(Session session, Background background) {
        this.session = session;
        this.errand = new Errand(background, audience::tell);
    }

    /** Called with every change, and once at once. */
    public void listen(Consumer<View> listener) {
        audience.join(listener);
    }

    public View view() {
        Plan now = plan;
        Wish wish =
                now == null
                        ? null
                        : new Wish(
                                Text.of("flow.history.ask", now.revision()),
                                Text.of("flow.history.revert"));
        return new View(errand.activity(), history, now, wish, done);
    }

    /** Asks the station. */
    public void open() {
        look(null);
    }

    private void look(@Nullable Text said) {
        plan = null;
        done = null;
        errand.start(
                Activity.Running.of("flow.fetching"),
                (cancellation, _) ->
                        session.onStation(
                                cancellation,
                                station -> station.ask(control -> control.history(), cancellation)),
                seen -> {
                    history = seen;
                    done = said;
                    audience.tell();
                });
    }

    /** Somebody wants an earlier one back: finds out what that would change. */
    public void plan(History.Past past) {
        plan = null;
        done = null;
        errand.start(
                Activity.Running.of("flow.validating"),
                (cancellation, _) ->
                        session.onStation(cancellation, station -> compare(station, past)),
                found -> {
                    if (found.changes().isEmpty()) {
                        done = Text.of("flow.history.same", past.revision());
                    } else {
                        plan = found;
                    }
                    audience.tell();
                });
    }

    private static Plan compare(Station station, History.Past past) throws FailureException {
        return switch (station.validate(past.toml())) {
            case Validation.Acceptable now ->
                    new Plan(past.revision(), now.baseRevision(), past.toml(), now.changes());
            case Validation.Faulty faulty ->
                    throw new FailureException(
                            new FlowFailure.NotApplied(faulty.problems().getFirst().text()));
        };
    }

    /** What was planned is to be done. */
    public void confirm() {
        Plan now = plan;
        if (now == null) {
            return;
        }
        plan = null;
        errand.start(
                Activity.Running.of("flow.applying"),
                (cancellation, progress) -> {
                    new ConfigChange(session, cancellation, progress).apply(now.toml(), now.base());
                    return now.revision();
                },
                revision -> look(Text.of("flow.history.done", revision)));
    }

    /** It is not. */
    public void leave() {
        plan = null;
        audience.tell();
    }

    public void cancel() {
        errand.cancel();
    }
}
