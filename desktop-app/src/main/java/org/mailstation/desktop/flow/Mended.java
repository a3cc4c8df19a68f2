package org.mailstation.desktop.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailstation.check.Selection;
import org.mailstation.diagnosis.CheckReport;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;
import org.mailstation.finding.Verdict;
import org.mailstation.text.Text;

/**
 * What a fix led to. Only a look afterwards makes one of these: that something was done is no proof
 * that it helped.
 *
 * @param found by the last look
 * @param asked what that look was about
 * @param pairs what was looked at, before and after it
 * @param worse what was well before and was not after it; {@code null}: nothing
 * @param why it was not taken back, though something is worse, or that this did not help; {@code
 *     null}: no matter
 */
public record Mended(
        Result result,
        CheckReport found,
        Selection asked,
        List<Pair> pairs,
        @Nullable Finding worse,
        @Nullable Text why) {

    /** How it ended. */
    public enum Result {
        /** the look afterwards finds it well */
        CURED,
        /** it was done, and is still found */
        NO_BETTER,
        /** the look afterwards could not tell */
        UNTOLD,
        /** something else became worse by it: all is as it was before */
        TAKEN_BACK,
        /** something else is worse since then, and it could not be taken back */
        STAYS_WORSE
    }

    /**
     * One check before and after.
     *
     * @param before {@code null}: nobody had asked, or it had nothing to say
     * @param after the same for the look afterwards
     */
    public record Pair(String check, @Nullable Finding before, @Nullable Finding after) {
        /** Whether the look afterwards says something else. */
        public boolean changed() {
            return before == null || after == null
                    ? before != after
                    : before.verdict() != after.verdict()
                            || !before.sentence().equals(after.sentence());
        }
    }

    public Mended {
        pairs = List.copyOf(pairs);
    }

    /** The look is the proof. */
    static Mended proven(Finding about, List<Finding> before, Selection asked, CheckReport after) {
        return new Mended(
                judge(about, after), after, asked, pairs(about, before, asked, after), null, null);
    }

    /**
     * Something else became worse.
     *
     * @param result {@link Result#TAKEN_BACK} or {@link Result#STAYS_WORSE}
     * @param why it could not be taken back, or did not help; {@code null}: it was, and did
     */
    static Mended worse(
            Result result,
            Finding about,
            List<Finding> before,
            Selection asked,
            CheckReport after,
            Finding worse,
            @Nullable Text why) {
        return new Mended(result, after, asked, pairs(about, before, asked, after), worse, why);
    }

    private static Result judge(Finding about, CheckReport after) {
        String check = about.check();
        List<Finding> same =
                after.findings().stream().filter(one -> one.check().equals(check)).toList();
        List<Finding> open = same.stream().filter(one -> !fine(one)).toList();
        if (!open.isEmpty()) {
            return open.stream().allMatch(one -> one.verdict() == Verdict.UNKNOWN)
                    ? Result.UNTOLD
                    : Result.NO_BETTER;
        }
        // a conclusion has no finding of its own: it is gone when nothing leads to it any more
        if (after.diagnosis().causes().stream()
                .anyMatch(cause -> cause.root().check().equals(check))) {
            return Result.NO_BETTER;
        }
        boolean blind =
                after.findings().isEmpty()
                        || after.findings().stream()
                                .anyMatch(
                                        one -> Checkup.saysThatNobodyGotThrough(one) && !fine(one));
        return same.isEmpty() && blind ? Result.UNTOLD : Result.CURED;
    }

    private static boolean fine(Finding finding) {
        return Health.of(List.of(finding)) == Health.FINE;
    }

    /** The one that it is about comes first. */
    private static List<Pair> pairs(
            Finding about, List<Finding> before, Selection asked, CheckReport after) {
        Map<String, Finding> then = byCheck(before);
        then.putIfAbsent(about.check(), about);
        Map<String, Finding> now = byCheck(after.findings());
        Set<String> names = new LinkedHashSet<>(List.of(about.check()));
        names.addAll(now.keySet());
        then.keySet().stream().filter(asked::wants).forEach(names::add);
        List<Pair> pairs = new ArrayList<>();
        names.forEach(name -> pairs.add(new Pair(name, then.get(name), now.get(name))));
        return pairs;
    }

    private static Map<String, Finding> byCheck(List<Finding> findings) {
        Map<String, Finding> all = new LinkedHashMap<>();
        findings.forEach(one -> all.putIfAbsent(one.check(), one));
        return all;
    }

    /** In a sentence. */
    public Text sentence() {
        return switch (result) {
            case CURED -> Text.of("fix.result.cured");
            case NO_BETTER -> Text.of("fix.result.no-better");
            case UNTOLD -> Text.of("fix.result.untold");
            case TAKEN_BACK -> Text.of("fix.result.taken-back");
            case STAYS_WORSE -> Text.of("fix.result.stays-worse");
        };
    }
}
