package org.mailstation.finding;

import java.time.Instant;
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

    /** What the NAS saw with one look. */
    public static Observation onNas(
            String check, Hop hop, String asked, String answered, Instant when) {
        return new Observation(
                check, hop, List.of(new Evidence(Vantage.NAS, asked, answered, when)));
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
        return unknown(severity, sentence, null);
    }

    /** The same, where something can be done so that it can be told. */
    public Finding unknown(Severity severity, Text sentence, @Nullable Remedy remedy) {
        return finding(Verdict.UNKNOWN, severity, sentence, remedy);
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
