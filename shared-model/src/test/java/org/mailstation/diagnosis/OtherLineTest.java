package org.mailstation.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.finding.Verdict;
import org.mailstation.text.Text;

class OtherLineTest {
    private static final Finding TWICE =
            new Observation("router.line", Hop.ROUTER, List.of())
                    .warn(
                            Severity.WARNING,
                            Text.of("router.line.double-nat", "192.168.178.20"),
                            null);

    private static Finding line(String pc, String nas) {
        return new Observation(
                        "line",
                        Hop.ISP,
                        List.of(
                                new Evidence(Vantage.PC, "the line's address", pc, Instant.EPOCH),
                                new Evidence(
                                        Vantage.NAS, "the line's address", nas, Instant.EPOCH)))
                .pass(Text.of("router.line.public", "198.51.100.7"));
    }

    @ParameterizedTest
    @CsvSource({
        "STUN 203.0.113.9, STUN 198.51.100.7, true",
        "HTTP 203.0.113.9, STUN 198.51.100.7, true",
        "STUN 198.51.100.7, STUN 198.51.100.7, false",
        "ROUTER 192.168.1.1, STUN 198.51.100.7, false",
        "STUN did not say: no answer, STUN 198.51.100.7, false"
    })
    void a_pc_that_others_see_elsewhere_goes_out_another_way(String pc, String nas, boolean other) {
        assertThat(OtherLine.of(List.of(line(pc, nas))).isPresent()).isEqualTo(other);
    }

    @Test
    void what_such_a_pc_sees_of_the_home_is_not_counted_and_nobody_is_alarmed() {
        Finding home =
                new Observation(
                                "home:imaps",
                                Hop.NAS,
                                List.of(
                                        new Evidence(
                                                Vantage.PC, "knock", "refused", Instant.EPOCH)))
                        .fail(Severity.CRITICAL, Text.of("home.refused", "imaps", "993"), null);
        Diagnosis diagnosis =
                Diagnosis.of(List.of(line("STUN 203.0.113.9", "STUN 198.51.100.7"), home));
        assertThat(diagnosis.causes()).isEmpty();
        assertThat(diagnosis.untold()).isEmpty();
        CheckReport report =
                CheckReport.of(
                        Instant.EPOCH,
                        Instant.EPOCH,
                        List.of(
                                new View(
                                        Vantage.PC,
                                        List.of(
                                                line("STUN 203.0.113.9", "STUN 198.51.100.7"),
                                                home))));
        assertThat(report.findings())
                .filteredOn(one -> one.check().equals("home:imaps"))
                .extracting(Finding::verdict, Finding::severity)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(
                                Verdict.UNKNOWN, Severity.INFORMATION));
    }

    @Test
    void where_the_second_router_was_found_the_remedy_leads_to_its_page() {
        Finding second =
                new Observation("second-router", Hop.ROUTER, List.of())
                        .pass(
                                Text.of(
                                        "second-router.public",
                                        "192.168.178.1",
                                        "http://192.168.178.1/",
                                        "198.51.100.7",
                                        "25, 993"));
        Finding root = Diagnosis.of(List.of(TWICE, second)).causes().getFirst().root();
        assertThat(root.remedy())
                .isEqualTo(
                        new Remedy.RouterStep(
                                Text.of(
                                        "second-router.remedy",
                                        "192.168.178.20",
                                        "http://192.168.178.1/",
                                        "25, 993")));
    }

    @Test
    void a_second_router_without_a_public_address_is_the_culprit() {
        Finding second =
                new Observation("second-router", Hop.ROUTER, List.of())
                        .fail(
                                Severity.CRITICAL,
                                Text.of(
                                        "second-router.shared",
                                        "192.168.178.1",
                                        "100.66.1.2",
                                        "http://192.168.178.1/",
                                        "25"),
                                null);
        Diagnosis diagnosis = Diagnosis.of(List.of(TWICE, second));
        assertThat(diagnosis.causes())
                .extracting(cause -> cause.root().check())
                .containsExactly("second-router");
        assertThat(diagnosis.causes().getFirst().root().verdict()).isEqualTo(Verdict.FAIL);
    }
}
