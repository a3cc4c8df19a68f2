package org.mailstation.words;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mailstation.control.CertificateStatus;
import org.mailstation.control.Probation;
import org.mailstation.control.StationStatus;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Verdict;
import org.mailstation.text.Text;

/** A status as lines for a person. */
public final class StatusWords {
    private static final long MEGABYTE = 1_000_000;

    private StatusWords() {}

    /** What {@code status} prints. */
    public static List<String> lines(StationStatus status) {
        List<String> lines = new ArrayList<>();
        String health = "ctl.status." + status.health().name().toLowerCase(java.util.Locale.ROOT);
        lines.add(words(health));
        lines.addAll(FindingWords.troubles(status.findings()));
        if (status.revision() != 0) {
            lines.add(words("ctl.status.station", status.hostName(), status.revision()));
            lines.add(words("ctl.status.listeners", listeners(status)));
            lines.add(words("ctl.status.counts", status.accounts(), status.queue().waiting()));
        }
        status.findings().stream()
                .filter(StatusWords::isQuietNews)
                .forEach(finding -> lines.add(finding.sentence().words()));
        CertificateStatus certificate = status.certificate();
        if (certificate != null) {
            lines.add(words("ctl.status.key", certificate.keySha256()));
        }
        Probation probation = status.probation();
        if (probation != null) {
            lines.add(words("ctl.status.probation", probation.revision(), probation.until()));
        }
        lines.add(
                words(
                        "ctl.status.process",
                        status.version(),
                        megabytes(status.process().residentBytes()),
                        megabytes(status.process().diskFreeBytes())));
        return lines;
    }

    /** Of a backup one wants to hear also when nothing is wrong, and that there is none. */
    private static boolean isQuietNews(Finding finding) {
        return finding.check().equals("backup")
                && (finding.verdict() == Verdict.PASS
                        || finding.verdict() == Verdict.NOT_APPLICABLE);
    }

    private static String listeners(StationStatus status) {
        return status.listeners().stream()
                .filter(listener -> listener.bound() != 0)
                .map(listener -> listener.service().key() + " " + listener.bound())
                .collect(Collectors.joining(", "));
    }

    private static String megabytes(long bytes) {
        return bytes < 0 ? "?" : String.valueOf(bytes / MEGABYTE);
    }

    private static String words(String key, Object... args) {
        return Text.of(key, args).words();
    }
}
