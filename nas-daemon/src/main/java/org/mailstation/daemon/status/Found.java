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
 * What the checks of this package have in common: they look from the NAS, at one moment.
 *
 * @param asked what was looked at
 * @param answered what was seen
 */
record Found(String check, Hop hop, String asked, String answered, Instant when) {
    Finding pass(Text sentence) {
        return finding(Verdict.PASS, Severity.INFORMATION, sentence, null);
    }

    Finding warn(Severity severity, Text sentence, @Nullable Remedy remedy) {
        return finding(Verdict.WARN, severity, sentence, remedy);
    }

    Finding fail(Severity severity, Text sentence, @Nullable Remedy remedy) {
        return finding(Verdict.FAIL, severity, sentence, remedy);
    }

    Finding unknown(Severity severity, Text sentence) {
        return finding(Verdict.UNKNOWN, severity, sentence, null);
    }

    private Finding finding(
            Verdict verdict, Severity severity, Text sentence, @Nullable Remedy remedy) {
        List<Evidence> evidence = List.of(new Evidence(Vantage.NAS, asked, answered, when));
        return new Finding(check, hop, verdict, severity, sentence, evidence, remedy);
    }
}
