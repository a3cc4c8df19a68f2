package org.mailstation.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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

class DiagnosisTest {
    private static Observation seen(String check, Vantage vantage) {
        return new Observation(
                check, Hop.DNS, List.of(new Evidence(vantage, "asked", "answered", Instant.EPOCH)));
    }

    private static Finding bad(String check) {
        return seen(check, Vantage.PC).fail(Severity.CRITICAL, Text.of(check), null);
    }

    private static Finding badOutside(String check) {
        return seen(check, Vantage.OUTSIDE).fail(Severity.CRITICAL, Text.of(check), null);
    }

    private static Finding goodOutside(String check) {
        return seen(check, Vantage.OUTSIDE).pass(Text.of(check));
    }

    private static Finding good(String check) {
        return seen(check, Vantage.PC).pass(Text.of(check));
    }

    private static Finding untold(String check, Severity severity) {
        return seen(check, Vantage.PC).unknown(severity, Text.of(check));
    }

    @Test
    void where_everything_passes_all_is_fine() {
        Diagnosis diagnosis = Diagnosis.of(List.of(good("dns.mx:a"), good("home:smtp")));
        assertThat(diagnosis.health()).isEqualTo(Health.FINE);
        assertThat(diagnosis.sentence().key()).isEqualTo("diagnosis.fine");
    }

    @Test
    void where_nothing_was_asked_nothing_is_called_fine() {
        assertThat(Diagnosis.of(List.of()).health()).isEqualTo(Health.UNKNOWN);
        assertThat(Diagnosis.of(List.of()).sentence().key()).isEqualTo("diagnosis.nothing-asked");
    }

    @Test
    void a_dead_listener_explains_that_nobody_reaches_it() {
        Finding listener = bad("listener.imaps");
        Finding home = bad("home:imaps");
        Finding reach = badOutside("reach:imaps");
        Diagnosis diagnosis =
                Diagnosis.of(List.of(reach, home, listener, goodOutside("reach:smtp")));
        Cause cause = diagnosis.causes().getFirst();
        assertThat(diagnosis.causes()).hasSize(1);
        assertThat(cause.root()).isEqualTo(listener);
        assertThat(cause.consequences()).containsExactlyInAnyOrder(home, reach);
        assertThat(diagnosis.sentence()).isEqualTo(listener.sentence());
    }

    @Test
    void a_dead_listener_does_not_explain_another_port() {
        Diagnosis diagnosis = Diagnosis.of(List.of(bad("listener.imaps"), bad("home:smtp")));
        assertThat(diagnosis.causes()).hasSize(2);
        assertThat(diagnosis.sentence().key()).isEqualTo("diagnosis.several");
    }

    @Test
    void dead_name_servers_explain_everything_that_the_dns_does_not_say() {
        Finding servers = bad("dns.servers:example.org");
        Diagnosis diagnosis =
                Diagnosis.of(
                        List.of(
                                untold("dns.mx:example.org", Severity.CRITICAL),
                                untold("dns.address", Severity.CRITICAL),
                                servers));
        assertThat(diagnosis.causes()).extracting(Cause::root).containsExactly(servers);
        assertThat(diagnosis.untold()).isEmpty();
    }

    @Test
    void a_stale_address_is_the_cause_and_not_the_router() {
        Finding address = bad("dns.address");
        Diagnosis diagnosis =
                Diagnosis.of(List.of(badOutside("reach:smtp"), badOutside("reach:imaps"), address));
        assertThat(diagnosis.causes()).extracting(Cause::root).containsExactly(address);
    }

    @Test
    void a_provider_that_refuses_the_login_explains_the_old_address() {
        Finding login = bad("ddns.update");
        Diagnosis diagnosis = Diagnosis.of(List.of(bad("dns.address"), login));
        assertThat(diagnosis.causes()).extracting(Cause::root).containsExactly(login);
    }

    @Test
    void an_address_that_many_share_explains_the_name_that_is_not_updated_but_not_a_wrong_login() {
        Finding line = bad("router.line");
        Finding login = bad("ddns.update");
        Diagnosis diagnosis = Diagnosis.of(List.of(bad("ddns.address"), login, line));
        assertThat(diagnosis.causes())
                .extracting(Cause::root)
                .containsExactlyInAnyOrder(line, login);
    }

    @Test
    void what_could_not_be_told_is_neither_fine_nor_broken() {
        Diagnosis diagnosis =
                Diagnosis.of(List.of(good("dns.mx:a"), untold("dns.address", Severity.CRITICAL)));
        assertThat(diagnosis.health()).isEqualTo(Health.UNKNOWN);
        assertThat(diagnosis.sentence().key()).isEqualTo("diagnosis.untold");
        assertThat(diagnosis.untold()).hasSize(1);
    }

    @Test
    void what_could_not_be_told_but_does_not_matter_is_no_reason_to_worry() {
        Diagnosis diagnosis =
                Diagnosis.of(List.of(good("dns.mx:a"), untold("reach:smtp", Severity.INFORMATION)));
        assertThat(diagnosis.health()).isEqualTo(Health.FINE);
    }

    @Test
    void an_address_that_many_share_explains_the_name_without_one_and_the_closed_ports() {
        Finding router = bad("router.line");
        Diagnosis diagnosis =
                Diagnosis.of(
                        List.of(
                                badOutside("reach:smtp"),
                                untold("dns.address", Severity.CRITICAL),
                                bad("line"),
                                router));
        assertThat(diagnosis.causes()).extracting(Cause::root).containsExactly(router);
        assertThat(diagnosis.untold()).isEmpty();
    }

    @Test
    void a_wrong_clock_explains_a_certificate_that_is_not_valid_yet() {
        Finding clock = bad("clock");
        Diagnosis diagnosis = Diagnosis.of(List.of(bad("certificate"), clock));
        assertThat(diagnosis.causes()).extracting(Cause::root).containsExactly(clock);
    }

    @Test
    void without_the_internet_nothing_out_there_can_be_told() {
        Finding line = bad("internet");
        Diagnosis diagnosis =
                Diagnosis.of(
                        List.of(
                                untold("dns.mx:example.org", Severity.CRITICAL),
                                bad("outbound"),
                                bad("ddns"),
                                bad("relay"),
                                bad("dns.here"),
                                line));
        assertThat(diagnosis.causes()).extracting(Cause::root).containsExactly(line);
        assertThat(diagnosis.untold()).isEmpty();
    }

    @Test
    void a_missing_record_that_somebody_saw_is_not_the_lines_fault() {
        Diagnosis diagnosis = Diagnosis.of(List.of(bad("dns.mx:example.org"), bad("internet")));
        assertThat(diagnosis.causes()).hasSize(2);
    }

    @Test
    void a_rule_of_the_firewall_explains_its_own_port_only() {
        Finding rule = bad("firewall:smtp");
        Diagnosis diagnosis =
                Diagnosis.of(List.of(bad("home:smtp"), badOutside("reach:smtp"), rule));
        assertThat(diagnosis.causes()).extracting(Cause::root).containsExactly(rule);
        assertThat(Diagnosis.of(List.of(bad("home:imaps"), rule)).causes()).hasSize(2);
    }

    @Test
    void a_missing_reverse_name_explains_who_refuses_us_and_what_waits() {
        Finding name = bad("dns.reverse");
        Diagnosis diagnosis =
                Diagnosis.of(List.of(bad("queue"), bad("refused:away.example"), name));
        assertThat(diagnosis.causes()).extracting(Cause::root).containsExactly(name);
        assertThat(diagnosis.causes().getFirst().consequences()).hasSize(2);
    }

    @Test
    void a_service_that_does_not_run_explains_every_closed_port() {
        Finding daemon = bad("daemon");
        Diagnosis diagnosis =
                Diagnosis.of(
                        List.of(
                                bad("home:smtp"),
                                bad("home:imaps"),
                                badOutside("reach:smtp"),
                                badOutside("reach:imaps"),
                                daemon));
        assertThat(diagnosis.causes()).extracting(Cause::root).containsExactly(daemon);
        assertThat(diagnosis.causes().getFirst().consequences()).hasSize(4);
        assertThat(diagnosis.sentence()).isEqualTo(daemon.sentence());
    }

    @Test
    void a_resolver_that_fails_for_nas_and_pc_is_one_culprit() {
        Finding nas = bad("dns.here");
        Diagnosis diagnosis = Diagnosis.of(List.of(bad("dns.here:pc"), nas));
        assertThat(diagnosis.causes()).extracting(Cause::root).containsExactly(nas);
        assertThat(Diagnosis.of(List.of(nas)).causes()).hasSize(1);
        assertThat(Diagnosis.of(List.of(bad("dns.here:pc"))).causes()).hasSize(1);
    }

    @Test
    void a_forward_to_somebody_else_explains_that_port_only() {
        Finding forward = bad("forwarding.imaps");
        Finding other = badOutside("reach:smtp");
        Diagnosis diagnosis =
                Diagnosis.of(List.of(badOutside("reach:imaps"), forward, other, bad("home:smtp")));
        assertThat(diagnosis.causes())
                .extracting(cause -> cause.root().check())
                .containsExactlyInAnyOrder("forwarding.imaps", "home:smtp");
    }
}
