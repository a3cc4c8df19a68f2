package org.mailstation.desktop.flow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Parsed;
import org.mailstation.config.Problem;
import org.mailstation.config.StationConfig;
import org.mailstation.config.diff.Change;
import org.mailstation.config.toml.StationToml;
import org.mailstation.control.ConfigDocument;
import org.mailstation.control.Progress;
import org.mailstation.control.Validation;
import org.mailstation.desktop.draft.Draft;
import org.mailstation.desktop.draft.DraftPage;
import org.mailstation.desktop.draft.LineFound;
import org.mailstation.desktop.flow.SetupState.Filling;
import org.mailstation.desktop.flow.SetupState.NotApplied;
import org.mailstation.desktop.flow.SetupState.Reviewing;
import org.mailstation.desktop.install.LowPorts;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.text.Text;

/**
 * From the station's configuration over the pages of the draft and the review to a station that
 * runs the new one.
 */
final class Settings {

    private final Stage stage;
    private final Desk desk;
    private final Session session;
    private final Pace pace;
    private final Drafting drafting = new Drafting();
    private int revision;
    private String reviewed = "";
    private @Nullable Unfinished kept;

    Settings(Stage stage, Desk desk, Session session, Pace pace) {
        this.stage = stage;
        this.desk = desk;
        this.session = session;
        this.pace = pace;
    }

    static boolean opensFrom(SetupState state) {
        return switch (state) {
            case SetupState.Installing s -> s.nas().installed();
            case SetupState.InstallDone _, SetupState.Home _, SetupState.Afterwards _ -> true;
            default -> false;
        };
    }

    /** There is something that was typed in an earlier run of the program. */
    void offer(@Nullable Unfinished found) {
        kept = found;
    }

    /** To where somebody left, or to the first page. */
    void open() {
        Unfinished found = kept;
        open(found == null ? Step.LINE : found.step());
    }

    /** So the NAS lets a station that is new there come to ports below 1024. */
    void expect(LowPorts lowPorts) {
        drafting.expect(lowPorts);
    }

    /** What would be lost with the program; empty: nothing. */
    Optional<Unfinished> unfinished(String station, Step step, Instant when) {
        return Optional.ofNullable(drafting.unfinished(station, revision, step, when));
    }

    /** Back to what runs, or to nothing at all. */
    void discard() {
        Filling from = stage.expect(Filling.class);
        drafting.discard();
        stage.show(page(from.step(), Activity.IDLE));
    }

    void open(Step page) {
        SetupState from = stage.state();
        if (!opensFrom(from)) {
            throw new IllegalStateException("no form from " + from.getClass().getSimpleName());
        }
        desk.start(
                activity -> with(from, activity),
                Activity.Running.of("flow.fetching"),
                (cancellation, _) -> session.onStation(cancellation, Station::config),
                document -> opened(from, document, page),
                _ -> false);
    }

    private static SetupState with(SetupState from, Activity activity) {
        return switch (from) {
            case SetupState.Installing s ->
                    new SetupState.Installing(s.address(), s.nas(), s.ownVersion(), activity);
            case SetupState.InstallDone s ->
                    new SetupState.InstallDone(s.address(), s.installed(), activity);
            case SetupState.Home s -> new SetupState.Home(s.address(), activity);
            case SetupState.Afterwards s -> new SetupState.Afterwards(s.step(), activity);
            default -> from;
        };
    }

    private void opened(SetupState from, ConfigDocument document, Step page) {
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
        Unfinished begun = kept;
        kept = null;
        if (begun != null) {
            drafting.resume(begun);
        }
        drafting.opened(found);
        revision = document.revision();
        boolean reviewing = page == Step.REVIEW;
        stage.advance(
                with(from, Activity.IDLE), page(reviewing ? Step.SAFETY : page, Activity.IDLE));
        if (reviewing) {
            review();
        } else if (page == Step.LINE && !drafting.measured()) {
            measure();
        } else if (page == Step.LINE && pace.accepting()) {
            accept();
        }
    }

    private Filling page(Step step, Activity activity) {
        return drafting.page(step, revision, activity);
    }

    /** Has the NAS look at the line; the page shows what it finds, or that nobody could tell. */
    void measure() {
        Filling from = stage.expect(Filling.class);
        desk.<LineFound>start(
                activity -> page(from.step(), activity),
                Activity.Running.of("flow.line.measuring"),
                (cancellation, progress) ->
                        session.onStation(
                                cancellation,
                                station ->
                                        line(
                                                station,
                                                step -> progress.accept(running(step)),
                                                cancellation)),
                found -> measured(from.step(), found),
                _ -> false);
    }

    private static LineFound line(
            Station station, Consumer<Progress> progress, Cancellation cancellation)
            throws FailureException {
        return new LineFound(
                station.check(LineFound.CHECKS, progress, cancellation).findings(),
                station.ddns(false).timeline());
    }

    private static Activity.Running running(Progress step) {
        return new Activity.Running(step.percent(), step.step(), false);
    }

    private void measured(Step step, LineFound found) {
        drafting.measured(found);
        stage.show(page(step, Activity.IDLE));
        if (pace.accepting()) {
            accept();
        }
    }

    void edit(String field, UnaryOperator<Draft> change) {
        Filling from = stage.expect(Filling.class);
        drafting.edit(field, change);
        stage.show(page(from.step(), Activity.IDLE));
    }

    void undo() {
        Filling from = stage.expect(Filling.class);
        drafting.undo();
        stage.show(page(from.step(), Activity.IDLE));
    }

    /** To another page of the draft, as it is. */
    void turnTo(Step step) {
        if (stage.passed(step)) {
            stage.backTo(step);
            refresh();
        } else {
            stage.advance(stage.state(), page(step, Activity.IDLE));
        }
    }

    /** A page of the draft that lay behind shows the draft as it is now. */
    void refresh() {
        if (stage.state() instanceof Filling behind) {
            stage.show(page(behind.step(), Activity.IDLE));
        }
    }

    /** To the page after this one, if this one is well. */
    void next() {
        Filling from = stage.expect(Filling.class);
        if (pace.accepting()) {
            accept();
            return;
        }
        if (!leaves(from)) {
            return;
        }
        switch (from.step()) {
            case LINE -> stage.advance(from, page(Step.NAME, Activity.IDLE));
            case NAME -> stage.advance(from, page(Step.PEOPLE, Activity.IDLE));
            case PEOPLE -> stage.advance(from, page(Step.SAFETY, Activity.IDLE));
            default -> review();
        }
    }

    /** The rest as it is: to the next page that needs something, else to the review. */
    void accept() {
        Filling from = stage.expect(Filling.class);
        if (!leaves(from)) {
            return;
        }
        if (drafting.check().good()) {
            review();
        } else {
            turnToWrong(from.step());
        }
    }

    private boolean leaves(Filling from) {
        if (drafting.leaves(from.step().page())) {
            return true;
        }
        stage.show(page(from.step(), Activity.IDLE));
        return false;
    }

    /** To the first page with a fault. */
    private void turnToWrong(Step here) {
        Step wrong = drafting.firstWrong(here);
        if (wrong == here) {
            stage.show(page(here, Activity.IDLE));
        } else {
            turnTo(wrong);
        }
    }

    void review() {
        Filling from = stage.expect(Filling.class);
        drafting.judgeAll();
        drafting.forgetObjections();
        if (!drafting.check().good()) {
            turnToWrong(from.step());
            return;
        }
        String toml = StationToml.write(drafting.wanted());
        desk.start(
                activity -> page(from.step(), activity),
                Activity.Running.of("flow.validating"),
                (cancellation, _) ->
                        session.onStation(cancellation, station -> station.validate(toml)),
                validation -> validated(from.step(), toml, validation),
                _ -> false);
    }

    private void validated(Step step, String toml, Validation validation) {
        switch (validation) {
            case Validation.Faulty faulty -> objected(faulty.problems(), step);
            case Validation.Acceptable good when good.baseRevision() != revision -> stale();
            case Validation.Acceptable good -> {
                reviewed = toml;
                stage.advance(page(step, Activity.IDLE), reviewPage(good.changes(), Activity.IDLE));
            }
        }
    }

    private void objected(List<Problem> problems, Step here) {
        drafting.object(problems);
        turnToWrong(here);
    }

    private Reviewing reviewPage(List<Change> changes, Activity activity) {
        return new Reviewing(
                changes,
                drafting.wanted().equals(drafting.base()),
                drafting.draft().newPasswords(),
                Bringing.secrets(drafting.draft()),
                activity);
    }

    void apply() {
        Reviewing review = stage.expect(Reviewing.class);
        List<Change> changes = review.changes();
        Bringing bringing =
                new Bringing(
                        drafting.draft(),
                        drafting.base(),
                        review.sameSettings() ? "" : reviewed,
                        revision);
        desk.<Applying.Result>start(
                activity -> reviewPage(changes, activity),
                Activity.Running.of("flow.applying"),
                (cancellation, progress) ->
                        bringing.bring(
                                session,
                                new Applying(
                                        session,
                                        cancellation,
                                        step -> progress.accept(running(step))),
                                cancellation),
                result -> applied(result, changes),
                _ -> false);
    }

    private void applied(Applying.Result result, List<Change> changes) {
        Reviewing review = reviewPage(changes, Activity.IDLE);
        switch (result) {
            case Applying.Result.Runs runs -> runs(runs);
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

    private void runs(Applying.Result.Runs runs) {
        pace.walk();
        StationConfig now = drafting.applied();
        revision = runs.revision();
        stage.show(
                new SetupState.Running(
                        revision,
                        now.hostName(),
                        now.accounts().isEmpty() ? "" : now.accounts().getFirst().address(),
                        runs.findings()));
    }

    /** Problems that have a field on a page are shown there, all others on a page of their own. */
    private void refused(Applying.Result.Refused refused, Reviewing review) {
        boolean shown =
                refused.problems().stream()
                        .noneMatch(one -> DraftPage.of(one.field()) == DraftPage.ELSEWHERE);
        if (shown) {
            stage.back();
            objected(refused.problems(), stage.state().step());
        } else {
            stage.advance(
                    review,
                    new NotApplied(Text.of("flow.apply.refused"), List.of(), refused.problems()));
        }
    }

    /** The new configuration runs, but somebody cannot sign in to the mailbox yet. */
    private void passwordRefused(Applying.Result.PasswordRefused refused) {
        revision = refused.runs().revision();
        String field = drafting.appliedWithout(refused.address());
        Problem problem = new Problem(field, 0, refused.reason());
        stage.back();
        objected(List.of(problem), stage.state().step());
    }

    /**
     * The draft was made from a configuration that no longer runs. Opening it again fetches the new
     * one; what was typed stays.
     */
    private void stale() {
        stage.forgetWhile(page -> page.step().drafts() || page.step() == Step.REVIEW);
        stage.show(new NotApplied(Text.of("flow.apply.stale"), List.of(), List.of()));
    }
}
