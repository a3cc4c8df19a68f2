package org.mailstation.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;

/** Records that are judged by what others say: whose mistake is it? */
class LentRecordsTest {
    private static final Finding FORBIDDEN = bad("dns.spf:a.example", "dns.spf.forbidden");

    private static Observation seen(String check) {
        return new Observation(check, Hop.DNS, List.of());
    }

    private static Finding bad(String check, String sentence) {
        return seen(check).fail(Severity.ERROR, Text.of(sentence), null);
    }

    private static List<Finding> blamed(Finding... findings) {
        return Diagnosis.of(List.of(findings)).causes().stream().map(Cause::root).toList();
    }

    @Test
    void an_mx_that_leads_elsewhere_explains_that_spf_forbids_the_home() {
        Finding mx = bad("dns.mx:a.example", "dns.mx.elsewhere");
        assertThat(blamed(FORBIDDEN, mx)).containsExactly(mx);
    }

    @Test
    void the_mx_of_another_domain_explains_nothing() {
        Finding mx = bad("dns.mx:b.example", "dns.mx.elsewhere");
        assertThat(blamed(FORBIDDEN, mx)).containsExactlyInAnyOrder(FORBIDDEN, mx);
    }

    @Test
    void an_old_address_explains_that_spf_forbids_the_home() {
        Finding address = bad("dns.address", "dns.address.stale");
        assertThat(blamed(FORBIDDEN, address)).containsExactly(address);
    }

    @Test
    void two_spf_records_are_a_mistake_of_their_own() {
        Finding mx = bad("dns.mx:a.example", "dns.mx.elsewhere");
        Finding twice = bad("dns.spf:a.example", "dns.spf.several");
        assertThat(blamed(twice, mx)).containsExactlyInAnyOrder(twice, mx);
    }

    @Test
    void servers_that_contradict_each_other_about_mx_explain_that_spf_could_not_be_told() {
        Finding mx = bad("dns.mx:a.example", "dns.different");
        Finding spf = seen("dns.spf:a.example").unknown(Severity.ERROR, Text.of("dns.untold"));
        assertThat(Diagnosis.of(List.of(spf, mx)).untold()).isEmpty();
        assertThat(blamed(spf, mx)).containsExactly(mx);
    }

    @Test
    void a_port_that_somebody_holds_explains_that_the_services_did_not_come_up() {
        Finding listener = bad("listener.imap", "listener.taken");
        assertThat(blamed(bad("apply.services", "apply.port"), listener)).containsExactly(listener);
    }
}
