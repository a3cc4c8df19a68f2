package org.mailstation.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;

class ZoneFaultsTest {
    private static Finding bad(String check, Severity severity, String sentence) {
        return new Observation(check, Hop.DNS, List.of()).fail(severity, Text.of(sentence), null);
    }

    private static Finding untold(String check) {
        return new Observation(check, Hop.DNS, List.of())
                .unknown(Severity.ERROR, Text.of("dns.untold"));
    }

    private static List<Finding> roots(Finding... findings) {
        return Diagnosis.of(List.of(findings)).causes().stream().map(Cause::root).toList();
    }

    @Test
    void a_zone_that_is_gone_explains_everything_in_it() {
        Finding servers = bad("dns.servers:example.org", Severity.CRITICAL, "dns.servers.none");
        assertThat(
                        roots(
                                bad("dns.mx:example.org", Severity.CRITICAL, "dns.mx.none"),
                                bad("dns.dkim:example.org", Severity.ERROR, "dns.dkim.none"),
                                bad("dns.address", Severity.CRITICAL, "dns.address.none"),
                                servers))
                .containsExactly(servers);
    }

    @Test
    void it_does_not_explain_what_is_wrong_in_another_zone() {
        Finding servers = bad("dns.servers:example.org", Severity.CRITICAL, "dns.servers.silent");
        Finding mx = bad("dns.mx:example.net", Severity.CRITICAL, "dns.mx.none");
        assertThat(roots(servers, mx)).containsExactly(servers, mx);
    }

    @Test
    void one_server_of_two_explains_contradictions_but_no_wrong_record() {
        Finding servers = bad("dns.servers:example.org", Severity.ERROR, "dns.servers.lame");
        Finding spf = bad("dns.spf:example.org", Severity.ERROR, "dns.spf.several");
        assertThat(
                        roots(
                                servers,
                                bad("dns.mx:example.org", Severity.CRITICAL, "dns.different"),
                                untold("dns.dmarc:example.org"),
                                spf))
                .containsExactlyInAnyOrder(servers, spf);
    }

    @Test
    void a_domain_that_has_ended_explains_that_nobody_knows_it_and_one_that_ends_soon_does_not() {
        Finding servers = bad("dns.servers:example.org", Severity.CRITICAL, "dns.servers.none");
        Finding over = bad("dns.life:example.org", Severity.CRITICAL, "dns.life.over");
        assertThat(roots(servers, over)).containsExactly(over);
        Finding soon = bad("dns.life:example.org", Severity.WARNING, "dns.life.soon");
        assertThat(roots(servers, soon)).containsExactly(servers, soon);
    }

    @Test
    void an_address_of_yesterday_explains_that_the_home_may_not_send() {
        Finding address = bad("dns.address", Severity.CRITICAL, "dns.address.stale");
        Finding spf = bad("dns.spf:example.org", Severity.ERROR, "dns.spf.forbidden");
        assertThat(roots(spf, address)).containsExactly(address);
    }

    @Test
    void it_does_not_explain_a_mistake_in_the_spf_record() {
        Finding mx = bad("dns.mx:example.org", Severity.CRITICAL, "dns.mx.none");
        Finding spf = bad("dns.spf:example.org", Severity.ERROR, "dns.spf.several");
        assertThat(roots(spf, mx)).containsExactly(mx, spf);
    }

    @Test
    void a_wrong_mx_explains_that_the_rules_for_encryption_do_not_fit() {
        Finding mx = bad("dns.mx:example.org", Severity.CRITICAL, "dns.mx.elsewhere");
        Finding sts = bad("dns.mta-sts:example.org", Severity.CRITICAL, "dns.mta-sts.mismatch");
        assertThat(roots(sts, mx)).containsExactly(mx);
    }
}
