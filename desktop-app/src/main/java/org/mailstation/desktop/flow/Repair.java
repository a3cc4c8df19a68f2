package org.mailstation.desktop.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mailstation.check.Selection;
import org.mailstation.config.StationConfig;
import org.mailstation.config.diff.Change;
import org.mailstation.config.diff.ConfigDiff;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.diagnosis.CheckReport;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;
import org.mailstation.text.Text;

/**
 * Mends a finding: says what it would do, does it when told so, looks again at what was affected,
 * and shows the proof. All on the owner's thread.
 */
public final class Repair {

    /**
     * What can be shown.
     *
     * @param job what is to be mended, or {@code null} if nothing is
     * @param proof what it led to, or {@code null} before it was done
     */
    public record View(@Nullable Job job, Activity activity, @Nullable Proof proof) {}

    /**
     * One thing to mend.
     *
     * @param will what will happen, in sentences
     * @param ready whether a person may say yes to it
     */
    public record Job(Finding about, Fix fix, List<Text> will, boolean ready) {
        public Job {
            will = List.copyOf(will);
        }
    }

    /**
     * What the look afterwards found.
     *
     * @param cured whether the finding that was to be mended is fine now
     * @param worse what was well before and was not after it, so that it was taken back; {@code
     *     null}: nothing
     */
    public record Proof(boolean cured, List<Finding> findings, @Nullable Finding worse) {
        public Proof {
            findings = List.copyOf(findings);
        }
    }

    private final Session session;
    private final Checkup checkup;
    private final Checkup.Source source;
    private final OutwardLetter.Rest rest;
    private final Errand errand;
    private final List<Consumer<View>> listeners = new ArrayList<>();
    private @Nullable Job job;
    private @Nullable Proof proof;

    /**
     * @param rest between two looks at whether it is done
     */
    public Repair(
            Session session,
            Checkup checkup,
            Checkup.Source source,
            OutwardLetter.Rest rest,
            Background background) {
        this.rest = rest;
        this.session = session;
        this.checkup = checkup;
        this.source = source;
        this.errand = new Errand(background, this::tell);
    }

    /** Called with every change, and once at once. */
    public void listen(Consumer<View> listener) {
        listeners.add(listener);
        listener.accept(view());
    }

    public View view() {
        return new View(job, errand.activity(), proof);
    }

    /** Says what would be done about a finding. Changes nothing. */
    public void prepare(Finding about, Fix fix) {
        if (errand.busy()) {
            return;
        }
        proof = null;
        errand.forget();
        switch (fix) {
            case Fix.ForwardAgain _ -> ready(about, fix, List.of(Text.of("fix.forward.will")));
            case Fix.TellProvider _ -> ready(about, fix, List.of(Text.of("fix.ddns.will")));
            case Fix.OpenAgain _ -> ready(about, fix, List.of(Text.of("fix.open.will")));
            case Fix.PushAgain _ ->
                    ready(about, fix, List.of(Text.of("fix.push.will"), Text.of("fix.push.aside")));
            case Fix.Renew _ -> ready(about, fix, List.of(Text.of("fix.renew.will")));
            case Fix.TryLetters _ -> ready(about, fix, List.of(Text.of("fix.letters.will")));
            case Fix.ChangeSetting change -> {
                job = new Job(about, fix, List.of(), false);
                errand.start(
                        Activity.Running.of("flow.fetching"),
                        (cancellation, progress) ->
                                words(new ConfigChange(session, cancellation, progress), change),
                        will -> ready(about, fix, will));
            }
        }
    }

    private void ready(Finding about, Fix fix, List<Text> will) {
        job = new Job(about, fix, will, !will.isEmpty());
        tell();
    }

    private static List<Text> words(ConfigChange change, Fix.ChangeSetting wanted)
            throws FailureException {
        StationConfig running = change.fetch();
        StationConfig next = SettingChange.on(running, wanted.field(), wanted.value());
        change.judge(next);
        List<Text> words = new ArrayList<>();
        for (Change one : ConfigDiff.between(running, next)) {
            words.add(one.sentence());
            words.addAll(one.effects());
        }
        return words.isEmpty() ? List.of(Text.of("fix.setting.nothing")) : words;
    }

    /** Does what was said, and looks again; takes it back if something else became worse by it. */
    public void carryOut() {
        Job now = job;
        if (now == null || !now.ready()) {
            return;
        }
        Selection affected = affected(now);
        Standing before = new Standing(known());
        errand.start(
                Activity.Running.of("fix.doing"),
                (cancellation, progress) -> {
                    Deed deed = new Deed(session, rest, cancellation, progress);
                    deed.carryOut(now.fix());
                    CheckReport found = look(affected, cancellation, progress);
                    Finding worse = deed.canBeTakenBack() ? before.worse(found) : null;
                    if (worse == null) {
                        return new Outcome(found, null);
                    }
                    progress.accept(Activity.Running.of("fix.taking-back"));
                    deed.takeBack();
                    return new Outcome(look(affected, cancellation, progress), worse);
                },
                outcome -> proven(now, affected, outcome));
    }

    private record Outcome(CheckReport found, @Nullable Finding worse) {}

    private List<Finding> known() {
        CheckReport report = checkup.view().report();
        return report == null ? List.of() : report.findings();
    }

    private CheckReport look(
            Selection affected, Cancellation cancellation, Consumer<Activity.Running> progress)
            throws FailureException {
        progress.accept(Activity.Running.of("fix.looking"));
        return source.look(
                affected,
                step -> progress.accept(new Activity.Running(step.percent(), step.step(), false)),
                cancellation);
    }

    private static Selection affected(Job job) {
        Selection about = Checkup.about(List.of(job.about()));
        if (about.only().isEmpty()) {
            return about;
        }
        List<String> names = new ArrayList<>(about.only());
        names.addAll(job.fix().proof());
        return new Selection(names.stream().distinct().toList());
    }

    private void proven(Job mended, Selection affected, Outcome outcome) {
        CheckReport found = outcome.found();
        String check = mended.about().check();
        // a conclusion has no finding of its own: it is gone when nothing leads to it any more
        boolean cured =
                outcome.worse() == null
                        && found.findings().stream()
                                .filter(one -> one.check().equals(check))
                                .allMatch(one -> Health.of(List.of(one)) == Health.FINE)
                        && found.diagnosis().causes().stream()
                                .noneMatch(cause -> cause.root().check().equals(check));
        proof = new Proof(cured, found.findings(), outcome.worse());
        job = new Job(mended.about(), mended.fix(), mended.will(), false);
        checkup.take(affected, found);
        tell();
    }

    /** Leaves it, or ends what is under way. */
    public void cancel() {
        if (errand.busy()) {
            errand.cancel();
            return;
        }
        job = null;
        proof = null;
        errand.forget();
        tell();
    }

    private void tell() {
        View now = view();
        listeners.forEach(listener -> listener.accept(now));
    }
}
