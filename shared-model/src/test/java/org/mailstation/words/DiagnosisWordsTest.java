package org.mailstation.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailstation.diagnosis.CheckReport;
import org.mailstation.diagnosis.View;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.text.Text;

class DiagnosisWordsTest {
    private static final Evidence ASKED =
            new Evidence(Vantage.NAS, "MX example.org", "no MX", Instant.EPOCH);
    private static final Finding MX =
            seen("dns.mx:example.org")
                    .fail(
                            Severity.CRITICAL,
                            Text.of("dns.mx.none", "example.org"),
                            new Remedy.DnsRecord(
                                    Text.of("dns.mx.remedy", "example.org", "mail.example.org"),
                                    "MX",
                                    "example.org.",
                                    "10 mail.example.org."));
    private static final Finding OUTBOUND =
            seen("outbound").fail(Severity.CRITICAL, Text.of("outbound.blocked"), null);

    private final Locale before = Locale.getDefault();

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterEach
    void asBefore() {
        Locale.setDefault(before);
    }

    private static Observation seen(String check) {
        return new Observation(check, Hop.DNS, List.of(ASKED));
    }

    private static List<String> lines(boolean all, Finding... findings) {
        return DiagnosisWords.lines(
                CheckReport.of(
                        Instant.EPOCH,
                        Instant.EPOCH,
                        List.of(new View(Vantage.NAS, List.of(findings)))),
                all);
    }

    private static String words(String key, Object... args) {
        return Text.of(key, args).words();
    }

    @Test
    void one_culprit_is_the_first_line_with_what_was_seen_and_what_to_do_below() {
        assertThat(lines(false, MX))
                .containsExactly(
                        words("dns.mx.none", "example.org"),
                        "    NAS: MX example.org = no MX",
                        "    -> " + words("dns.mx.remedy", "example.org", "mail.example.org"),
                        "       example.org. MX 10 mail.example.org.");
    }

    @Test
    void two_culprits_are_both_named_in_the_first_line() {
        List<String> lines = lines(false, MX, OUTBOUND);
        assertThat(lines.getFirst())
                .contains(words("dns.mx.none", "example.org"), words("outbound.blocked"));
        assertThat(lines).contains("(x) " + words("outbound.blocked"));
    }

    @Test
    void what_merely_follows_is_folded_under_its_cause() {
        Finding daemon = seen("daemon").fail(Severity.CRITICAL, Text.of("daemon.stopped"), null);
        Finding home =
                seen("home:smtp")
                        .fail(Severity.CRITICAL, Text.of("home.refused", "smtp", "25"), null);
        List<String> lines = lines(false, home, daemon);
        assertThat(lines.getFirst()).isEqualTo(words("daemon.stopped"));
        assertThat(lines).contains("      - " + words("home.refused", "smtp", "25"));
    }

    @Test
    void what_could_not_be_told_comes_last_and_is_not_called_fine() {
        Finding untold =
                seen("dns.address").unknown(Severity.CRITICAL, Text.of("dns.untold", "a.example"));
        assertThat(lines(false, untold))
                .containsExactly(
                        words("diagnosis.untold", "1"),
                        words("diagnosis.untold.title"),
                        "(?) " + words("dns.untold", "a.example"));
    }

    @Test
    void what_passed_is_listed_on_demand_only() {
        Finding pass = seen("outbound").pass(Text.of("outbound.ok"));
        assertThat(lines(false, pass)).containsExactly(words("diagnosis.fine"));
        assertThat(lines(true, pass)).contains("(=) outbound: " + words("outbound.ok"));
    }

    @Test
    void long_evidence_is_cut_since_a_person_reads_it() {
        Finding many =
                new Observation("outbound", Hop.ISP, Collections.nCopies(7, ASKED))
                        .fail(Severity.CRITICAL, Text.of("outbound.blocked"), null);
        assertThat(lines(false, many)).hasSize(6).contains("    " + words("diagnosis.more", "3"));
    }
}
