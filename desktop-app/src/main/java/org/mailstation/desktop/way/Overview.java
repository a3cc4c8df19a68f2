package org.mailstation.desktop.way;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.flow.Sighting;
import org.mailstation.desktop.flow.StatusSentence;
import org.mailstation.desktop.words.Words;
import org.mailstation.diagnosis.CheckReport;
import org.mailstation.diagnosis.Diagnosis;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;
import org.mailstation.text.Text;

/**
 * What is known of the station: the latest look from everywhere, and what the watch has seen of the
 * daemon since.
 *
 * @param sighting the latest of the watch
 * @param report of the latest look from everywhere, or {@code null} if there was none
 * @param diagnosis of all findings that count
 * @param findings those
 */
public record Overview(
        Sighting sighting,
        @Nullable CheckReport report,
        Diagnosis diagnosis,
        List<Finding> findings) {

    /** What a daemon that answers cannot be. */
    private static final Set<String> NOT_THERE = Set.of("nas", "daemon");

    public Overview {
        findings = List.copyOf(findings);
    }

    /** Puts both together. */
    public static Overview of(@Nullable CheckReport report, Sighting sighting) {
        List<Finding> findings = new ArrayList<>();
        boolean same = false;
        switch (sighting) {
            case Sighting.Seen seen when report != null -> {
                same = !seen.at().isAfter(report.ended());
                findings.addAll(same ? report.findings() : fresher(report.findings(), seen));
            }
            case Sighting.Seen seen -> findings.addAll(seen.status().findings());
            case Sighting.NotYet _, Sighting.Silent _ -> {
                same = report != null;
                findings.addAll(report == null ? List.of() : report.findings());
            }
        }
        Diagnosis diagnosis = report != null && same ? report.diagnosis() : Diagnosis.of(findings);
        return new Overview(sighting, report, diagnosis, findings);
    }

    private static List<Finding> fresher(List<Finding> known, Sighting.Seen seen) {
        Map<String, Finding> all = new LinkedHashMap<>();
        known.stream()
                .filter(finding -> !NOT_THERE.contains(finding.check()))
                .forEach(finding -> all.put(finding.check(), finding));
        seen.status().findings().forEach(finding -> all.put(finding.check(), finding));
        return List.copyOf(all.values());
    }

    /**
     * Whether the NAS has not answered since the report was made: what it says of the NAS may be
     * over.
     */
    public boolean silent() {
        return sighting instanceof Sighting.Silent silent
                && (report == null || report.ended().isBefore(silent.since()));
    }

    public Health health() {
        if (silent()) {
            return Health.UNKNOWN;
        }
        return report == null ? sighting.health() : diagnosis.health();
    }

    /** The one sentence. */
    public String sentence(Words words) {
        if (silent() || report == null) {
            return StatusSentence.of(sighting, words);
        }
        return diagnosis.causes().size() == 2
                ? words.of(
                        Text.of(
                                "diagnosis.two",
                                words.of(diagnosis.causes().get(0).root().sentence()),
                                words.of(diagnosis.causes().get(1).root().sentence())))
                : words.of(diagnosis.sentence());
    }

    /** When somebody last looked; {@code null}: nobody has yet. */
    public @Nullable Instant at() {
        Instant watched =
                switch (sighting) {
                    case Sighting.NotYet _ -> null;
                    case Sighting.Seen seen -> seen.at();
                    case Sighting.Silent it -> it.at();
                };
        Instant looked = report == null ? null : report.ended();
        if (watched == null || looked == null) {
            return watched == null ? looked : watched;
        }
        return watched.isAfter(looked) ? watched : looked;
    }

    /**
     * Whether a person needs to be told of this one after that one: another health, another culprit
     * or another silence; not of a new time.
     */
    public boolean newsAfter(Overview before) {
        return health() != before.health()
                || silent() != before.silent()
                || !culprits().equals(before.culprits());
    }

    private List<String> culprits() {
        return diagnosis.causes().stream()
                .map(cause -> cause.root().check() + cause.root().sentence().key())
                .sorted()
                .toList();
    }
}
