package org.mailstation.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.text.Text;

class PcViewTest {
    private static final Finding TUNNEL =
            seen("pc", Vantage.PC).warn(Severity.WARNING, Text.of("pc.tunnel", "tun0"), null);
    private static final Finding SILENT =
            seen("pc:mail", Vantage.PC).unknown(Severity.INFORMATION, Text.of("pc.mail.silent"));
    private static final Finding MAIL_OUT =
            seen("outbound", Vantage.NAS).pass(Text.of("outbound.ok"));

    private static Observation seen(String check, Vantage... from) {
        return new Observation(
                check,
                Hop.NAS,
                Arrays.stream(from)
                        .map(one -> new Evidence(one, "asked", "answered", Instant.EPOCH))
                        .toList());
    }

    private static Finding bad(String check, Vantage... from) {
        return seen(check, from).fail(Severity.CRITICAL, Text.of("home.filtered", "x", "1"), null);
    }

    private static List<String> culprits(Finding... findings) {
        return Diagnosis.of(List.of(findings)).causes().stream()
                .map(cause -> cause.root().sentence().key())
                .toList();
    }

    @Test
    void a_pc_in_a_tunnel_blames_nobody_but_the_tunnel() {
        assertThat(
                        culprits(
                                TUNNEL,
                                bad("home:smtp", Vantage.PC),
                                bad("line", Vantage.PC),
                                bad("reach:imaps", Vantage.PC)))
                .containsExactly("pc.tunnel");
    }

    @Test
    void what_others_have_seen_too_still_counts() {
        assertThat(culprits(TUNNEL, bad("line", Vantage.PC, Vantage.NAS)))
                .containsExactlyInAnyOrder("pc.tunnel", "home.filtered");
    }

    @Test
    void a_pc_that_reaches_no_mail_server_while_the_nas_does_is_held_up_by_its_own_firewall() {
        assertThat(culprits(SILENT, MAIL_OUT, bad("home:smtp", Vantage.PC)))
                .containsExactly("pc.blocked");
    }

    @Test
    void a_line_that_lets_no_mail_out_is_not_the_pc_s_fault() {
        assertThat(culprits(SILENT, bad("home:smtp", Vantage.PC))).containsExactly("home.filtered");
        assertThat(Diagnosis.of(List.of(SILENT)).health()).isEqualTo(Health.FINE);
    }

    private static Observation saw(String check, Vantage from, String key) {
        return new Observation(
                check,
                Hop.ISP,
                List.of(
                        new Evidence(
                                from,
                                "knock",
                                "220 mx [TLSv1.3, key " + key + "]",
                                Instant.EPOCH)));
    }

    @Test
    void a_mail_server_that_shows_the_pc_another_key_than_the_nas_is_read_along_with() {
        Finding pc =
                saw("pc:mail", Vantage.PC, "aa")
                        .warn(Severity.WARNING, Text.of("pc.intercepted"), null);
        assertThat(culprits(pc, saw("outbound", Vantage.NAS, "bb").pass(Text.of("outbound.ok"))))
                .containsExactly("pc.intercepted");
        assertThat(culprits(pc, saw("outbound", Vantage.NAS, "aa").pass(Text.of("outbound.ok"))))
                .isEmpty();
    }
}
