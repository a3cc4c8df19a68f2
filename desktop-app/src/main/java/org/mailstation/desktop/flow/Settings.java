package org.mailstation.desktop.flow;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Parsed;
import org.mailstation.config.StationConfig;
import org.mailstation.config.diff.Change;
import org.mailstation.config.toml.StationToml;
import org.mailstation.control.ConfigDocument;
import org.mailstation.control.Progress;
import org.mailstation.control.Validation;
import org.mailstation.desktop.flow.SetupState.Filling;
import org.mailstation.desktop.flow.SetupState.NotApplied;
import org.mailstation.desktop.flow.SetupState.Reviewing;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.text.Text;

/**
 * From the station's configuration over the form and the review to a station that runs the new one.
 */
final class Settings {

    private final Stage stage;
    private final Desk desk;
    private final Session session;

    private @Nullable StationConfig base;
    private int revision;
    private Draft draft = Draft.EMPTY;
    private Set<DraftField> touched = Set.of();
    private boolean opened;
    private String reviewed = "";

    /** Address of a mailbox that was set up without its password. */
    private String withoutPassword = "";

    Settings(Stage stage, Desk desk, Session session) {
        this.stage = stage;
        this.desk = desk;
        this.session = session;
    }

    static boolean opensFrom(SetupState state) {
        return switch (state) {
            case SetupState.Installing s -> s.nas().installed();
            case SetupState.InstallDone _, SetupState.Home _ -> true;
            default -> false;
        };
    }

    void open() {
        SetupState from = stage.state();
        if (!opensFrom(from)) {
            throw new IllegalStateException("no form from " + from.getClass().getSimpleName());
        }
        desk.start(
                activity -> with(from, activity),
                Activity.Running.of("flow.fetching"),
                (cancellation, _) -> session.onStation(cancellation, Station::config),
                document -> opened(from, document),
                _ -> false);
    }

    private static SetupState with(SetupState from, Activity activity) {
        return switch (from) {
            case SetupState.Installing s ->
                    new SetupState.Installing(s.address(), s.nas(), s.ownVersion(), activity);
            case SetupState.InstallDone s ->
                    new SetupState.InstallDone(s.address(), s.installed(), activity);
            case SetupState.Home s -> new SetupState.Home(s.address(), activity);
            default -> from;
        };
    }

    private void opened(SetupState from, ConfigDocument document) {
        StationConfig found = null;
        if (document.revision() > 0) {
            switch (StationToml.read(document.toml())) {
                case Parsed.Valid<StationConfig> valid -> found = valid.value();
                case Parsed.Invalid<StationConfig> wrong -> {
                    Text first = wrong.problems().getFirst().text();
                    stage.show(
                            with(
                                    from,
                                    new Activity.Failed(
                                            new FlowFailure.ConfigurationUnreadable(first))));
                    return;
                }
            }
        }
        if (!opened || touched.isEmpty()) {
            draft = found == null ? Draft.EMPTY : Draft.of(found);
            touched = Set.of();
        }
        opened = true;
        base = found;
        revision = document.revision();
        stage.advance(with(from, Activity.IDLE), page(Activity.IDLE));
    }

    private Filling page(Activity activity) {
        return new Filling(draft, check(), mailboxExists(), activity);
    }

    private DraftCheck check() {
        return DraftCheck.of(draft, base, mailboxExists(), touched);
    }

    /** A mailbox that runs under this address has a password already. */
    private boolean mailboxExists() {
        StationConfig running = base;
        return running != null
                && !draft.address().equals(withoutPassword)
                && running.accounts().stream()
                        .anyMatch(account -> account.address().equals(draft.address()));
    }

    void edit(DraftField field, UnaryOperator<Draft> change) {
        stage.expect(Filling.class);
        draft = change.apply(draft);
        Set<DraftField> more = EnumSet.of(field);
        more.addAll(touched);
        touched = more;
        stage.show(page(Activity.IDLE));
    }

    void review() {
        stage.expect(Filling.class);
        touched = EnumSet.allOf(DraftField.class);
        if (!check().good()) {
            stage.show(page(Activity.IDLE));
            return;
        }
        String toml = StationToml.write(draft.on(base));
        desk.start(
                this::page,
                Activity.Running.of("flow.validating"),
                (cancellation, _) ->
                        session.onStation(cancellation, station -> station.validate(toml)),
                validation -> validated(toml, validation),
                _ -> false);
    }

    private void validated(String toml, Validation validation) {
        switch (validation) {
            case Validation.Faulty faulty ->
                    stage.show(
                            new Filling(
                                    draft,
                                    check().plus(faulty.problems()),
                                    mailboxExists(),
                                    Activity.IDLE));
            case Validation.Acceptable good when good.baseRevision() != revision -> stale();
            case Validation.Acceptable good -> {
                reviewed = toml;
                stage.advance(page(Activity.IDLE), reviewPage(good.changes(), Activity.IDLE));
            }
        }
    }

    private Reviewing reviewPage(List<Change> changes, Activity activity) {
        return new Reviewing(
                changes,
                draft.on(base).equals(base),
                draft.address(),
                draft.hasPassword(),
                activity);
    }

    void apply() {
        Reviewing review = stage.expect(Reviewing.class);
        List<Change> changes = review.changes();
        Draft wanted = draft;
        String toml = reviewed;
        int from = revision;
        desk.<Applying.Result>start(
                activity -> reviewPage(changes, activity),
                Activity.Running.of("flow.applying"),
                (cancellation, progress) -> {
                    Applying applying =
                            new Applying(
                                    session, cancellation, step -> progress.accept(running(step)));
                    return bring(applying, wanted, review.sameSettings() ? "" : toml, from);
                },
                result -> applied(result, changes),
                _ -> false);
    }

    /**
     * @param toml empty: only the password is new
     */
    private static Applying.Result bring(Applying applying, Draft wanted, String toml, int from)
            throws FailureException {
        Applying.Result result =
                toml.isEmpty()
                        ? new Applying.Result.Runs(from, List.of())
                        : applying.apply(toml, from);
        return result instanceof Applying.Result.Runs runs && wanted.hasPassword()
                ? applying.setPassword(wanted.address(), wanted.password(), runs)
                : result;
    }

    private static Activity.Running running(Progress progress) {
        return new Activity.Running(progress.percent(), progress.step(), false);
    }

    private void applied(Applying.Result result, List<Change> changes) {
        Reviewing review = reviewPage(changes, Activity.IDLE);
        switch (result) {
            case Applying.Result.Runs runs -> {
                StationConfig now = draft.on(base);
                base = now;
                revision = runs.revision();
                withoutPassword = "";
                draft = Draft.of(now);
                touched = Set.of();
                stage.show(
                        new SetupState.Running(
                                revision, now.hostName(), review.mailbox(), runs.findings()));
            }
            case Applying.Result.WentBack back ->
                    stage.advance(
                            review, new NotApplied(back.reason(), back.findings(), List.of()));
            case Applying.Result.Refused refused -> refused(refused, review);
            case Applying.Result.Stale _ -> stale();
            case Applying.Result.Busy _ ->
                    stage.advance(
                            review,
                            new NotApplied(Text.of("flow.apply.busy"), List.of(), List.of()));
            case Applying.Result.PasswordRefused refused -> passwordRefused(refused);
        }
    }

    /**
     * Problems that have a field in the form are shown there, all others on a page of their own.
     */
    private void refused(Applying.Result.Refused refused, Reviewing review) {
        if (refused.problems().stream().allMatch(problem -> DraftField.of(problem).isPresent())) {
            stage.back();
            touched = EnumSet.allOf(DraftField.class);
            stage.show(
                    new Filling(
                            draft,
                            check().plus(refused.problems()),
                            mailboxExists(),
                            Activity.IDLE));
        } else {
            stage.advance(
                    review,
                    new NotApplied(Text.of("flow.apply.refused"), List.of(), refused.problems()));
        }
    }

    /** The new configuration runs, but nobody can sign in to the mailbox yet. */
    private void passwordRefused(Applying.Result.PasswordRefused refused) {
        base = draft.on(base);
        revision = refused.runs().revision();
        withoutPassword = draft.address();
        touched = EnumSet.allOf(DraftField.class);
        stage.back();
        stage.show(
                new Filling(
                        draft,
                        check().plus(DraftField.PASSWORD, refused.reason()),
                        mailboxExists(),
                        Activity.IDLE));
    }

    /**
     * The form was made from a configuration that no longer runs. Opening it again fetches the new
     * one; what was typed stays.
     */
    private void stale() {
        stage.forgetWhile(page -> page.step() == Step.FORM || page.step() == Step.REVIEW);
        stage.show(new NotApplied(Text.of("flow.apply.stale"), List.of(), List.of()));
    }
}
