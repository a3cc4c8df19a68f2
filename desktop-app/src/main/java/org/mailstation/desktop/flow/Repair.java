package org.mailstation.desktop.flow;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mailstation.diagnosis.CheckReport;
import org.mailstation.finding.Finding;

/**
 * Mends a finding: says what it would do, does it when told so, looks again at what was affected,
 * and shows the proof. All on the owner's thread.
 */
public final class Repair {

    /**
     * What can be shown.
     *
     * @param job what is to be mended, or {@code null} if nothing is
     * @param mended what it led to, or {@code null} before it was done
     * @param stopped it was begun and ended before anybody knew what it led to
     */
    public record View(
            @Nullable Job job, Activity activity, @Nullable Mended mended, boolean stopped) {}

    /**
     * One thing to mend.
     *
     * @param plan what will happen; {@code null}: not known yet, or the station would not take it
     * @param ready whether a person may say yes to it
     */
    public record Job(Finding about, Fix fix, Mending.@Nullable Plan plan, boolean ready) {}

    private final Checkup checkup;
    private final Mending mending;
    private final Errand errand;
    private final Audience<View> audience = new Audience<>(this::view);
    private @Nullable Job job;
    private @Nullable Mended mended;
    private boolean begun;

    public Repair(Checkup checkup, Mending mending, Background background) {
        this.checkup = checkup;
        this.mending = mending;
        this.errand = new Errand(background, audience::tell);
    }

    /** Called with every change, and once at once. */
    public void listen(Consumer<View> listener) {
        audience.join(listener);
    }

    public View view() {
        boolean stopped = begun && mended == null && !errand.activity().running();
        return new View(job, errand.activity(), mended, stopped);
    }

    /** Says what would be done about a finding. Changes nothing. */
    public void prepare(Finding about, Fix fix) {
        if (errand.busy()) {
            return;
        }
        mended = null;
        begun = false;
        errand.forget();
        if (!(fix instanceof Fix.ChangeSetting)) {
            job = new Job(about, fix, Mending.atOnce(about, fix), true);
            audience.tell();
            return;
        }
        job = new Job(about, fix, null, false);
        errand.start(
                Activity.Running.of("flow.fetching"),
                (cancellation, progress) -> mending.plan(about, fix, cancellation, progress),
                plan -> {
                    job = new Job(about, fix, plan, true);
                    audience.tell();
                });
    }

    /** Does what was said, and looks again; takes it back if something else became worse by it. */
    public void carryOut() {
        Job now = job;
        Mending.@Nullable Plan plan = now == null ? null : now.plan();
        if (now == null || plan == null || !now.ready()) {
            return;
        }
        List<Finding> before = known();
        begun = true;
        errand.start(
                Activity.Running.of("fix.doing"),
                (cancellation, progress) -> mending.carryOut(plan, before, cancellation, progress),
                outcome -> proven(now, outcome));
    }

    private List<Finding> known() {
        CheckReport report = checkup.view().report();
        return report == null ? List.of() : report.findings();
    }

    private void proven(Job done, Mended outcome) {
        mended = outcome;
        job = new Job(done.about(), done.fix(), done.plan(), false);
        checkup.take(outcome.asked(), outcome.found());
        audience.tell();
    }

    /** Leaves it, or ends what is under way. */
    public void cancel() {
        if (errand.busy()) {
            errand.cancel();
            return;
        }
        job = null;
        mended = null;
        begun = false;
        errand.forget();
        audience.tell();
    }
}
