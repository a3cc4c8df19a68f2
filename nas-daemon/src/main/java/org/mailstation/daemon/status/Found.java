package org.mailstation.daemon.status;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.finding.Verdict;
import org.mailstation.text.Text;

/**
 * What the checks of the daemon by itself have in common: they look from the NAS, at one moment.
 *
 * @param asked what was looked at
 * @param answered what was seen
 */
public record Found(String check, Hop hop, String asked, String answered, Instant when) {
    public Finding pass(Text sentence) {
        return finding(Verdict.PASS, Severity.INFORMATION, sentence, null);
    }

    public Finding warn(Severity severity, Text sentence, @Nullable Remedy remedy) {
        return finding(Verdict.WARN, severity, sentence, remedy);
    }

    public Finding fail(Severity severity, Text sentence, @Nullable Remedy remedy) {
        return finding(Verdict.FAIL, severity, sentence, remedy);
    }

    public Finding unknown(Severity severity, Text sentence) {
        return unknown(severity, sentence, null);
    }

    public Finding unknown(Severity severity, Text sentence, @Nullable Remedy remedy) {
        return finding(Verdict.UNKNOWN, severity, sentence, remedy);
    }

    private Finding finding(
            Verdict verdict, Severity severity, Text sentence, @Nullable Remedy remedy) {
        List<Evidence> evidence = List.of(new Evidence(Vantage.NAS, asked, answered, when));
        return new Finding(check, hop, verdict, severity, sentence, evidence, remedy);
    }
}
