package org.mailstation.desktop.flow;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Backup;
import org.mailstation.config.Parsed;
import org.mailstation.config.Problem;
import org.mailstation.config.StationConfig;
import org.mailstation.control.BackupOutcome;
import org.mailstation.control.BackupRequest;
import org.mailstation.control.Progress;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.text.Text;

/** The copies of everything: when they are made, how it went, and one at once. Owner's thread. */
public final class Copies {

    /**
     * What can be shown.
     *
     * @param plan as the station told it last; {@code null} before it was asked
     * @param problems of what was typed, by field of {@link BackupForm}
     * @param wish what is asked once more; {@code null}: nothing
     * @param done what was just done; {@code null}: nothing
     */
    public record View(
            Activity activity,
            BackupOutcome.@Nullable Plan plan,
            BackupForm form,
            List<Problem> problems,
            @Nullable Wish wish,
            @Nullable Text done) {
        public View {
            problems = List.copyOf(problems);
        }
    }

    /** What the station said, and what to say of it. */
    private record Answer(
            BackupOutcome.@Nullable Plan plan, List<Problem> problems, @Nullable Text done) {}

    private final Session session;
    private final Errand errand;
    private final Audience<View> audience = new Audience<>(this::view);
    private final Consent consent = new Consent();
    private BackupOutcome.@Nullable Plan plan;
    private BackupForm form = BackupForm.EMPTY;
    private boolean touched;
    private List<Problem> problems = List.of();
    private @Nullable Text done;

    public Copies(Session session, Background background) {
        this.session = session;
        this.errand = new Errand(background, audience::tell);
    }

    /** Called with every change, and once at once. */
    public void listen(Consumer<View> listener) {
        audience.join(listener);
    }

    public View view() {
        return new View(errand.activity(), plan, form, problems, consent.wish(), done);
    }

    /** Asks the station; what was typed stays. */
    public void open() {
        done = null;
        errand.start(
                Activity.Running.of("flow.fetching"),
                (cancellation, _) -> new Answer(plan(cancellation), List.of(), null),
                this::answered);
    }

    /** Something was typed. */
    public void edit(UnaryOperator<BackupForm> change) {
        form = change.apply(form);
        touched = true;
        problems = List.of();
        consent.drop();
        done = null;
        errand.forget();
        audience.tell();
    }

    /** From now on as it was typed; asks first where copies would be lost. */
    public void save() {
        Wish loss = form.loses(plan);
        if (loss == null) {
            consent.drop();
            keep();
        } else {
            consent.ask(loss, this::keep);
            done = null;
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

    private void keep() {
        BackupForm wanted = form;
        errand.start(
                Activity.Running.of("flow.working"),
                (cancellation, progress) -> saved(wanted, cancellation, progress),
                this::answered);
    }

    private Answer saved(
            BackupForm wanted, Cancellation cancellation, Consumer<Activity.Running> progress)
            throws FailureException {
        ConfigChange change = new ConfigChange(session, cancellation, progress);
        StationConfig running = change.fetch();
        return switch (wanted.in(running)) {
            case Parsed.Invalid<Backup> wrong -> new Answer(null, wrong.problems(), null);
            case Parsed.Valid<Backup>(Backup meant) -> {
                if (!meant.equals(running.backup())) {
                    change.apply(running.withBackup(meant));
                }
                Text said = Text.of(meant.to().isEmpty() ? "flow.backup.off" : "flow.backup.set");
                yield new Answer(plan(cancellation), List.of(), said);
            }
        };
    }

    /** One at once, where the station makes them. */
    public void make() {
        errand.start(
                Activity.Running.of("flow.backup.making"),
                (cancellation, progress) -> made(cancellation, progress),
                this::answered);
    }

    private Answer made(Cancellation cancellation, Consumer<Activity.Running> progress)
            throws FailureException {
        BackupRequest request = new BackupRequest(BackupRequest.Wanted.MAKE, "", "", 0, "", null);
        BackupOutcome outcome;
        // over a conversation of its own: the others must not wait for hours
        try (Station station = session.station(cancellation)) {
            outcome =
                    station.work(
                            control -> control.backup(request),
                            step -> progress.accept(running(step)),
                            cancellation);
        }
        return switch (outcome) {
            case BackupOutcome.Made made ->
                    new Answer(
                            plan(cancellation),
                            List.of(),
                            Text.of("flow.backup.made", made.letters(), made.copied()));
            case BackupOutcome.Refused refused ->
                    throw new FailureException(new FlowFailure.BackupRefused(refused.reason()));
            default -> new Answer(plan(cancellation), List.of(), null);
        };
    }

    private static Activity.Running running(Progress step) {
        return new Activity.Running(step.percent(), step.step(), false);
    }

    private BackupOutcome.@Nullable Plan plan(Cancellation cancellation) throws FailureException {
        BackupRequest request = new BackupRequest(BackupRequest.Wanted.PLAN, "", "", 0, "", null);
        BackupOutcome answer =
                session.onStation(
                        cancellation,
                        station -> station.ask(control -> control.backup(request), cancellation));
        return answer instanceof BackupOutcome.Plan known ? known : null;
    }

    private void answered(Answer answer) {
        problems = answer.problems();
        done = answer.done();
        BackupOutcome.Plan now = answer.plan();
        if (now != null) {
            plan = now;
            if (!touched || done != null) {
                touched = false;
                form = BackupForm.of(now.to(), now.every(), now.keep());
            }
        }
        audience.tell();
    }

    public void cancel() {
        errand.cancel();
    }
}
