package org.mailstation.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.text.Text;

/** What is seen from several places, and who is to blame. */
class InboundTest {
    private static Observation seen(String check, Vantage vantage) {
        return new Observation(
                check,
                Hop.ROUTER,
                List.of(new Evidence(vantage, "asked", "answered", Instant.EPOCH)));
    }

    /** Seen from outside; {@code how} is one of ok, silent, refused, stranger, strange. */
    private static Finding reach(String service, String how) {
        Observation seen = seen("reach:" + service, Vantage.OUTSIDE);
        Text sentence = Text.of("reach." + how, service, "220 printer");
        return how.equals("ok")
                ? seen.pass(sentence)
                : seen.fail(Severity.CRITICAL, sentence, null);
    }

    /** The router leads this port here, as the NAS knows. */
    private static Finding leads(String service) {
        return seen("forwarding." + service, Vantage.NAS)
                .pass(Text.of("forwarding.stands", service, "1"));
    }

    private static Finding taken(String service) {
        return seen("forwarding." + service, Vantage.NAS)
                .fail(Severity.ERROR, Text.of("forwarding.taken", service, "1", "x", "y"), null);
    }

    private static Finding byHand() {
        return seen("forwarding", Vantage.NAS)
                .unknown(Severity.WARNING, Text.of("forwarding.no-router"));
    }

    private static Finding bad(String check, Vantage vantage, String key) {
        return seen(check, vantage).fail(Severity.CRITICAL, Text.of(key, "x", "y", "z"), null);
    }

    private static Finding home(String service) {
        return seen("home:" + service, Vantage.PC).pass(Text.of("home.ok", service));
    }

    private static Arguments row(String said, Finding... findings) {
        return Arguments.of(List.of(said.split(" ", -1)), Arrays.asList(findings));
    }

    static Stream<Arguments> table() {
        return Stream.of(oneFault(), readInTheRouter(), twoFaults()).flatMap(rows -> rows);
    }

    private static Stream<Arguments> oneFault() {
        return Stream.of(
                // the provider blocks 25: the router's entry is right, 993 comes in
                row(
                        "diagnosis.provider-blocks-25",
                        leads("smtp"),
                        leads("imaps"),
                        home("smtp"),
                        reach("smtp", "silent"),
                        reach("imaps", "ok")),
                row(
                        "diagnosis.provider-blocks-25",
                        leads("smtp"),
                        reach("smtp", "refused"),
                        reach("submissions", "ok"),
                        reach("imaps", "ok")),
                // the same where forwards were entered by hand: first look there
                row("diagnosis.no-25", byHand(), reach("smtp", "silent"), reach("imaps", "ok")),
                // no forward at all
                row(
                        "diagnosis.not-forwarded",
                        byHand(),
                        home("smtp"),
                        reach("smtp", "silent"),
                        reach("imaps", "silent")),
                row(
                        "diagnosis.not-forwarded",
                        reach("smtp", "refused"),
                        reach("submissions", "silent"),
                        reach("imaps", "refused")),
                // the router says yes, and nothing comes in: double NAT
                row(
                        "diagnosis.second-router",
                        leads("smtp"),
                        leads("imaps"),
                        reach("smtp", "refused"),
                        reach("imaps", "refused")),
                // somebody else answers
                row(
                        "diagnosis.another-device",
                        byHand(),
                        reach("smtp", "stranger"),
                        reach("imaps", "stranger")),
                row(
                        "diagnosis.another-device",
                        byHand(),
                        reach("smtp", "stranger"),
                        reach("imaps", "ok")),
                // somebody else answers, although the router leads to the NAS
                row(
                        "diagnosis.foreign-address",
                        leads("smtp"),
                        leads("imaps"),
                        reach("smtp", "stranger"),
                        reach("imaps", "stranger")),
                // the name leads elsewhere
                row(
                        "dns.address.stale",
                        leads("smtp"),
                        bad("dns.address", Vantage.DNS, "dns.address.stale"),
                        reach("smtp", "stranger"),
                        reach("imaps", "silent")),
                // a forward to a wrong port of the NAS
                row("reach.strange", byHand(), reach("smtp", "strange"), reach("imaps", "ok")),
                // one port that is not 25
                row(
                        "reach.silent",
                        byHand(),
                        reach("smtp", "ok"),
                        reach("submissions", "silent"),
                        reach("imaps", "ok")));
    }

    private static Stream<Arguments> readInTheRouter() {
        return Stream.of(
                // several ports that lead to the same other device are one problem
                row(
                        "forwarding.taken",
                        taken("smtp"),
                        taken("imaps"),
                        reach("smtp", "stranger"),
                        reach("imaps", "stranger")),
                row(
                        "rule.other-device",
                        byHand(),
                        bad("rule:smtp", Vantage.PC, "rule.other-device"),
                        bad("rule:imaps", Vantage.PC, "rule.other-device"),
                        reach("smtp", "stranger"),
                        reach("imaps", "stranger")),
                row(
                        "rule.other-port",
                        bad("rule:smtp", Vantage.PC, "rule.other-port"),
                        reach("smtp", "strange"),
                        reach("imaps", "ok")),
                // what both the NAS and this computer read in the router is one problem
                row(
                        "forwarding.taken",
                        taken("smtp"),
                        bad("rule:smtp", Vantage.PC, "rule.other-device"),
                        reach("smtp", "stranger"),
                        reach("imaps", "ok")),
                // the NAS has moved: the entry leads to where it was
                row(
                        "nas.moved",
                        bad("nas", Vantage.PC, "nas.moved"),
                        bad("rule:smtp", Vantage.PC, "rule.other-device"),
                        reach("smtp", "silent"),
                        reach("imaps", "silent")),
                // shared addresses explain everything
                row(
                        "router.line.carrier-nat",
                        bad("router.line", Vantage.NAS, "router.line.carrier-nat"),
                        bad("line", Vantage.PC, "line.several"),
                        reach("smtp", "silent"),
                        reach("imaps", "silent")));
    }

    private static Stream<Arguments> twoFaults() {
        return Stream.of(
                row(
                        "diagnosis.provider-blocks-25 listener.refused",
                        leads("smtp"),
                        leads("submissions"),
                        bad("listener.imaps", Vantage.NAS, "listener.refused"),
                        reach("smtp", "silent"),
                        reach("submissions", "ok"),
                        reach("imaps", "refused")),
                row(
                        "diagnosis.another-device dns.spf.none",
                        byHand(),
                        bad("dns.spf:example.org", Vantage.DNS, "dns.spf.none"),
                        reach("smtp", "stranger"),
                        reach("imaps", "ok")),
                row(
                        "forwarding.taken home.filtered",
                        taken("smtp"),
                        bad("home:imaps", Vantage.PC, "home.filtered"),
                        reach("smtp", "stranger"),
                        reach("imaps", "silent"),
                        reach("submissions", "ok")));
    }

    @ParameterizedTest
    @MethodSource("table")
    void exactly_the_culprits_are_named(List<String> said, List<Finding> findings) {
        assertThat(Diagnosis.of(findings).causes())
                .extracting(cause -> cause.root().sentence().key())
                .containsExactlyInAnyOrderElementsOf(said);
    }

    @Test
    void what_the_outside_has_proven_leaves_no_doubt_about_forwards_entered_by_hand() {
        Diagnosis diagnosis =
                Diagnosis.of(List.of(byHand(), reach("smtp", "ok"), reach("imaps", "ok")));
        assertThat(diagnosis.untold()).isEmpty();
        assertThat(diagnosis.health()).isEqualTo(Health.FINE);
    }

    @Test
    void the_report_does_not_list_a_doubt_that_the_outside_has_settled() {
        Finding smtp = reach("smtp", "ok");
        CheckReport report =
                CheckReport.of(
                        Instant.EPOCH,
                        Instant.EPOCH,
                        List.of(new View(Vantage.NAS, List.of(byHand(), smtp))));
        assertThat(report.findings()).containsExactly(smtp);
    }

    @Test
    void a_second_router_that_leads_everything_on_is_no_fault() {
        Finding router = bad("router.line", Vantage.NAS, "router.line.double-nat");
        Diagnosis proven = Diagnosis.of(List.of(router, reach("smtp", "ok")));
        assertThat(proven.causes()).isEmpty();
        assertThat(proven.health()).isEqualTo(Health.FINE);
        assertThat(Diagnosis.of(List.of(router, reach("smtp", "silent"))).causes())
                .extracting(cause -> cause.root().check())
                .containsExactly("router.line");
    }

    @Test
    void another_program_at_the_port_of_letters_explains_that_strangers_may_send_through_it() {
        Finding relay = bad("open-relay", Vantage.NAS, "open-relay");
        Finding program = bad("home:smtp", Vantage.PC, "home.stranger");
        assertThat(Diagnosis.of(List.of(relay, program)).causes())
                .extracting(Cause::root)
                .containsExactly(program);
        assertThat(
                        Diagnosis.of(List.of(relay, bad("home:smtp", Vantage.PC, "home.filtered")))
                                .causes())
                .hasSize(2);
    }

    @Test
    void without_anybody_outside_the_doubt_stays() {
        assertThat(Diagnosis.of(List.of(byHand(), home("smtp"))).untold()).hasSize(1);
    }

    @Test
    void the_ports_that_are_closed_follow_from_the_culprit() {
        Finding smtp = reach("smtp", "stranger");
        Finding imaps = reach("imaps", "stranger");
        assertThat(Diagnosis.of(List.of(byHand(), smtp, imaps)).causes().getFirst().consequences())
                .containsExactly(smtp, imaps);
    }
}
