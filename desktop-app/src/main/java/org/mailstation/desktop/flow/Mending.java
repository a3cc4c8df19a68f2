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
import org.mailstation.desktop.work.Cancelled;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.diagnosis.CheckReport;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Verdict;
import org.mailstation.text.Text;

/**
 * Mends a finding: says what it would do, does it, looks again at what was affected, and takes it
 * back where something else became worse. The window's button and the command {@code fix} are both
 * this. Blocks.
 */
public final class Mending {

    /**
     * What would be done.
     *
     * @param will what will happen, in sentences
     * @param back what becomes of it if something else gets worse by it
     */
    public record Plan(Finding about, Fix fix, List<Text> will, Text back) {
        public Plan {
            will = List.copyOf(will);
        }
    }

    private final Session session;
    private final Checkup.Source source;
    private final OutwardLetter.Rest rest;

    /**
     * @param rest between two looks at whether it is done
     */
    public Mending(Session session, Checkup.Source source, OutwardLetter.Rest rest) {
        this.session = session;
        this.source = source;
        this.rest = rest;
    }

    /**
     * Says what would be done about a finding. Changes nothing.
     *
     * @throws FailureException if the station cannot be asked, or would not take it
     */
    public Plan plan(
            Finding about, Fix fix, Cancellation cancellation, Consumer<Activity.Running> progress)
            throws FailureException {
        Plan known = atOnce(about, fix);
        return fix instanceof Fix.ChangeSetting wanted
                ? new Plan(
                        about,
                        fix,
                        changes(new ConfigChange(session, cancellation, progress), wanted),
                        known.back())
                : known;
    }

    /**
     * The same without asking the station: of a change of its settings only what the remedy says,
     * not yet its effects.
     */
    public static Plan atOnce(Finding about, Fix fix) {
        Remedy remedy = about.remedy();
        List<Text> will =
                fix instanceof Fix.ChangeSetting && remedy != null
                        ? List.of(remedy.text())
                        : FixWords.will(fix);
        return new Plan(about, fix, will, FixWords.back(fix));
    }

    private static List<Text> changes(ConfigChange change, Fix.ChangeSetting wanted)
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

    /**
     * Does what was said, and looks again.
     *
     * @param before what was known before
     */
    public Mended carryOut(
            Plan plan,
            List<Finding> before,
            Cancellation cancellation,
            Consumer<Activity.Running> progress)
            throws FailureException {
        Selection affected = affected(plan);
        Deed deed = new Deed(session, rest, cancellation, progress);
        deed.carryOut(plan.fix());
        CheckReport found = look(affected, cancellation, progress);
        Finding worse = new Standing(before).worse(found, plan.fix());
        if (worse == null) {
            return Mended.proven(plan.about(), before, affected, found);
        }
        Text why = takenBack(plan, deed, progress);
        if (why != null) {
            return Mended.worse(
                    Mended.Result.STAYS_WORSE, plan.about(), before, affected, found, worse, why);
        }
        CheckReport last = look(affected, cancellation, progress);
        return Mended.worse(
                Mended.Result.TAKEN_BACK,
                plan.about(),
                before,
                affected,
                last,
                worse,
                fails(worse, last) ? Text.of("fix.still-worse") : null);
    }

    private static boolean fails(Finding worse, CheckReport last) {
        return last.findings().stream()
                .anyMatch(
                        one -> one.check().equals(worse.check()) && one.verdict() == Verdict.FAIL);
    }

    /** Why it was not; {@code null}: it was. */
    private static @Nullable Text takenBack(
            Plan plan, Deed deed, Consumer<Activity.Running> progress) throws FailureException {
        if (!deed.canBeTakenBack()) {
            return plan.fix().canBeTakenBack() ? Text.of("fix.nothing-back") : plan.back();
        }
        progress.accept(Activity.Running.of("fix.taking-back"));
        try {
            deed.takeBack();
            return null;
        } catch (FailureException e) {
            if (e.failure() instanceof Cancelled) {
                throw e;
            }
            return e.failure().text();
        }
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

    private static Selection affected(Plan plan) {
        Selection about = Checkup.about(List.of(plan.about()));
        if (about.only().isEmpty()) {
            return about;
        }
        List<String> names = new ArrayList<>(about.only());
        names.addAll(plan.fix().proof());
        return new Selection(names.stream().distinct().toList());
    }
}
