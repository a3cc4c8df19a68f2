package org.mailstation.desktop.fake;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.mailstation.config.Account;
import org.mailstation.config.StationConfig;
import org.mailstation.control.DdnsChange;
import org.mailstation.control.DdnsStatus;
import org.mailstation.desktop.report.Gathered;
import org.mailstation.desktop.report.Snapshot;
import org.mailstation.diagnosis.CheckReport;
import org.mailstation.diagnosis.View;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.records.ComparedRecords;
import org.mailstation.records.Matching;
import org.mailstation.records.Wanted;
import org.mailstation.text.Text;

/** What a station with two faults tells for a report. */
public final class Told {
    private static final Instant AT = Instant.parse("2026-05-04T06:00:00Z");

    private Told() {}

    private static Finding wrong(int answers) {
        Evidence answer =
                new Evidence(
                        Vantage.DNS, "MX home.example at 192.0.2.53", "5 old.home.example.", AT);
        return new Observation("dns.mx", Hop.DNS, Collections.nCopies(answers, answer))
                .fail(
                        Severity.CRITICAL,
                        Text.of("home.refused", "smtp", "25"),
                        new Remedy.DnsRecord(
                                Text.of("diagnosis.no-25.remedy"),
                                "MX",
                                "home.example.",
                                "10 mail.home.example."));
    }

    public static Gathered usual() {
        return proven(1);
    }

    /**
     * @param answers that so many name servers gave
     */
    public static Gathered proven(int answers) {
        FakeStation station = new FakeStation();
        station.setConfig(
                StationConfig.minimal(
                        "mail.home.example",
                        "home.example",
                        List.of(new Account("anna@home.example", "Anna", 0, true))));
        station.findings =
                List.of(
                        FakeStation.fail("imaps", 993),
                        FakeStation.pass("smtp", 25),
                        wrong(answers));
        return new Gathered(
                "1.2.3",
                "diskstation",
                AT,
                CheckReport.of(AT, AT, List.of(new View(Vantage.NAS, station.findings))),
                null,
                told(station),
                before(),
                List.of(),
                List.of());
    }

    /** The NAS says nothing, and no report of before is kept. */
    public static Gathered silent() {
        Gathered all = usual();
        Text why = Text.of("report.nas-silent");
        return new Gathered(
                all.program(),
                all.host(),
                all.at(),
                all.check(),
                null,
                Gathered.Told.NOTHING,
                null,
                List.of(),
                List.of(
                        new Gathered.Unasked(Gathered.Part.STATION, why),
                        new Gathered.Unasked(Gathered.Part.LETTERS, why)));
    }

    private static Gathered.Told told(FakeStation station) {
        return new Gathered.Told(
                station.status(),
                new ComparedRecords(
                        List.of(
                                Matching.compare(
                                        Wanted.mx("home.example", "mail.home.example"),
                                        List.of("5 old.home.example.")),
                                Matching.compare(
                                        Wanted.mx("other.example", "mail.home.example"),
                                        List.of("10 mail.home.example."))),
                        List.of()),
                new DdnsStatus(
                        "desec",
                        "mail.home.example",
                        "198.51.100.7",
                        "198.51.100.7",
                        AT,
                        AT,
                        null,
                        List.of(new DdnsChange("198.51.100.6", "198.51.100.7", AT, AT, AT, 1)),
                        List.of()),
                station.forwards,
                Post.waiting(),
                Post.letters(),
                List.of("2026-05-04T06:00:00.000+00:00 WARN  o.m.d.Daemon: it was slow"));
    }

    /** Two weeks ago, when nothing was wrong. */
    private static Snapshot before() {
        return new Snapshot(
                "diskstation",
                AT.minusSeconds(14 * 86_400L),
                "1.2.2",
                "0.1.0",
                "",
                "198.51.100.6",
                "",
                "",
                List.of(
                        new Snapshot.Published(
                                "home.example", "MX", List.of("10 mail.home.example."))),
                List.of(),
                null);
    }
}
