package org.mailstation.desktop.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mailstation.check.Selection;
import org.mailstation.control.Progress;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.diagnosis.Cause;
import org.mailstation.diagnosis.CheckReport;
import org.mailstation.finding.Finding;

/**
 * The look at the whole station that a person asks for, and what the latest one found. All on the
 * owner's thread.
 */
public final class Checkup {

    /** Said by whoever could not get to the daemon, whatever was asked; never said where it can. */
    private static final Set<String> ON_THE_WAY = Set.of("nas", "daemon");

    /** What is concluded from several checks, and from which. */
    private static final String INFERRED = "inbound";

    private static final List<String> WAY_IN =
            List.of("reach", "forwarding", "router", "line", "rule");

    /** Looks. Blocks. */
    @FunctionalInterface
    public interface Source {
        CheckReport look(Selection wanted, Consumer<Progress> progress, Cancellation cancellation)
                throws FailureException;
    }

    /**
     * What can be shown.
     *
     * @param report of the latest look, or {@code null} before the first
     * @param asked what the look under way is about, or was
     */
    public record View(@Nullable CheckReport report, Activity activity, Selection asked) {}

    private final Source source;
    private final Errand errand;
    private final Audience<View> audience = new Audience<>(this::view);
    private @Nullable CheckReport report;
    private Selection asked = Selection.EVERYTHING;

    public Checkup(Source source, Background background) {
        this.source = source;
        this.errand = new Errand(background, audience::tell);
    }

    /** Called with every change, and once at once. */
    public void listen(Consumer<View> listener) {
        audience.join(listener);
    }

    public View view() {
        return new View(report, errand.activity(), asked);
    }

    /** Looks at everything; nothing if a look is under way. */
    public void look() {
        look(Selection.EVERYTHING);
    }

    /** Looks only at what a finding is about. */
    public void again(Finding finding) {
        look(about(List.of(finding)));
    }

    /** Looks only at a culprit and what follows from it. */
    public void again(Cause cause) {
        List<Finding> all = new ArrayList<>(List.of(cause.root()));
        all.addAll(cause.consequences());
        look(about(all));
    }

    /** Whether a finding is that the NAS or its mail service could not be asked. */
    static boolean saysThatNobodyGotThrough(Finding finding) {
        return ON_THE_WAY.contains(finding.check());
    }

    /** What to ask so that all of these are answered again. */
    static Selection about(List<Finding> findings) {
        if (findings.stream().anyMatch(Checkup::saysThatNobodyGotThrough)) {
            // nothing that was asked beside it could be asked of the NAS
            return Selection.EVERYTHING;
        }
        List<String> names = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.check().startsWith(INFERRED)) {
                names.addAll(WAY_IN);
            } else {
                names.add(finding.check());
            }
        }
        return new Selection(names.stream().distinct().toList());
    }

    /** Looks at a part; at everything if nothing is known of the rest. */
    void look(Selection wanted) {
        if (errand.busy()) {
            return;
        }
        asked = report == null ? Selection.EVERYTHING : wanted;
        Selection mine = asked;
        errand.start(
                Activity.Running.of("check.running"),
                (cancellation, progress) ->
                        source.look(
                                mine,
                                step ->
                                        progress.accept(
                                                new Activity.Running(
                                                        step.percent(), step.step(), false)),
                                cancellation),
                found -> take(mine, found));
    }

    /** What a look at a part has found, also one that somebody else's work brought along. */
    void take(Selection about, CheckReport found) {
        report = about.only().isEmpty() ? found : merged(about, found);
        audience.tell();
    }

    private CheckReport merged(Selection about, CheckReport found) {
        CheckReport known = report;
        return known == null
                ? found
                : known.renewed(found, name -> about.wants(name) || ON_THE_WAY.contains(name));
    }

    /** Ends the look under way; what was known before stays. */
    public void cancel() {
        errand.cancel();
    }
}
