package org.mailstation.finding;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.text.Text;

/**
 * What a check saw, before it judges: each method is one verdict on it.
 *
 * @param check the check's stable name; after a colon, which of several things it is about
 * @param evidence what was asked and answered, oldest first
 */
public record Observation(String check, Hop hop, List<Evidence> evidence) {
    public Observation {
        evidence = List.copyOf(evidence);
    }

    /** As it should be. */
    public Finding pass(Text sentence) {
        return finding(Verdict.PASS, Severity.INFORMATION, sentence, null);
    }

    /** Works, but not as well as it should. */
    public Finding warn(Severity severity, Text sentence, @Nullable Remedy remedy) {
        return finding(Verdict.WARN, severity, sentence, remedy);
    }

    /** Does not work. */
    public Finding fail(Severity severity, Text sentence, @Nullable Remedy remedy) {
        return finding(Verdict.FAIL, severity, sentence, remedy);
    }

    /**
     * It could not be told.
     *
     * @param severity how much it would matter if it were broken
     */
    public Finding unknown(Severity severity, Text sentence) {
        return finding(Verdict.UNKNOWN, severity, sentence, null);
    }

    /** The question does not arise here. */
    public Finding notApplicable(Text sentence) {
        return finding(Verdict.NOT_APPLICABLE, Severity.INFORMATION, sentence, null);
    }

    private Finding finding(
            Verdict verdict, Severity severity, Text sentence, @Nullable Remedy remedy) {
        return new Finding(check, hop, verdict, severity, sentence, evidence, remedy);
    }
}
