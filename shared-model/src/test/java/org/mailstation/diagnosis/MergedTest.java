package org.mailstation.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.finding.Verdict;
import org.mailstation.text.Text;

class MergedTest {
    private static Observation seen(String check, Vantage from) {
        return new Observation(
                check, Hop.DNS, List.of(new Evidence(from, "asked", from.name(), Instant.EPOCH)));
    }

    private static Finding pass(String check, Vantage from) {
        return seen(check, from).pass(Text.of(check));
    }

    private static Finding fail(String check, Vantage from) {
        return seen(check, from).fail(Severity.CRITICAL, Text.of(check), null);
    }

    private static Finding untold(String check, Vantage from) {
        return seen(check, from).unknown(Severity.WARNING, Text.of(check));
    }

    private static Finding one(View... views) {
        List<Finding> merged = Merged.of(List.of(views));
        assertThat(merged).hasSize(1);
        return merged.getFirst();
    }

    private static View view(Vantage from, Finding... findings) {
        return new View(from, List.of(findings));
    }

    @Test
    void what_the_pc_could_not_tell_never_hides_what_the_nas_knows() {
        Finding merged =
                one(
                        view(Vantage.PC, untold("line", Vantage.PC)),
                        view(Vantage.NAS, pass("line", Vantage.NAS)));
        assertThat(merged.verdict()).isEqualTo(Verdict.PASS);
        assertThat(merged.evidence())
                .extracting(Evidence::answered)
                .containsExactlyInAnyOrder("PC", "NAS");
    }

    @Test
    void what_the_nas_could_not_tell_the_pc_may_know() {
        Finding merged =
                one(
                        view(Vantage.NAS, untold("dns.mx:a", Vantage.NAS)),
                        view(Vantage.PC, fail("dns.mx:a", Vantage.PC)));
        assertThat(merged.verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void a_pc_behind_a_vpn_does_not_outvote_the_nas() {
        Finding merged =
                one(
                        view(Vantage.PC, fail("dns.address", Vantage.DNS)),
                        view(Vantage.NAS, pass("dns.address", Vantage.DNS)));
        assertThat(merged.verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void who_stands_outside_knows_best_what_comes_in() {
        Finding merged =
                one(
                        view(Vantage.OUTSIDE, fail("reach:smtp", Vantage.OUTSIDE)),
                        view(Vantage.PC, pass("reach:smtp", Vantage.PC)));
        assertThat(merged.verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void different_things_stay_apart_and_in_their_order() {
        List<Finding> merged =
                Merged.of(
                        List.of(
                                view(Vantage.NAS, pass("b", Vantage.NAS), pass("c", Vantage.NAS)),
                                view(Vantage.PC, pass("a", Vantage.PC), pass("b", Vantage.PC))));
        assertThat(merged).extracting(Finding::check).containsExactly("b", "c", "a");
    }

    @Test
    void the_same_answer_is_kept_once() {
        Finding merged =
                one(
                        view(Vantage.PC, pass("a", Vantage.DNS)),
                        view(Vantage.NAS, pass("a", Vantage.DNS)));
        assertThat(merged.evidence()).hasSize(1);
    }
}
