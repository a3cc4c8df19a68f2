package org.mailstation.desktop.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailstation.desktop.draft.Arrangement.DIRECT;
import static org.mailstation.desktop.draft.Arrangement.RELAY_IF_REFUSED;
import static org.mailstation.desktop.draft.Arrangement.RELAY_ONLY;
import static org.mailstation.desktop.draft.Arrangement.RELAY_OUT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.config.Network;
import org.mailstation.control.DdnsChange;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Verdict;
import org.mailstation.text.Text;

class LineFoundTest {

    private static LineFound found(String line, Verdict out, String... more) {
        List<Finding> findings = new ArrayList<>();
        findings.add(finding("line", Verdict.PASS, line));
        findings.add(finding("outbound", out, "outbound.ok"));
        for (String key : more) {
            findings.add(finding("dns.blocklist.address:x", Verdict.WARN, key));
        }
        return new LineFound(findings, List.of());
    }

    private static Finding finding(String check, Verdict verdict, String key) {
        return new Finding(
                check, Hop.ISP, verdict, Severity.WARNING, Text.of(key, "x", "y"), List.of(), null);
    }

    private static List<Arrangement> ways(LineFound found) {
        return found.offers().stream().map(LineFound.Offer::way).toList();
    }

    @Test
    void an_open_line_needs_no_relay() {
        LineFound found = found("router.line.public", Verdict.PASS);
        assertThat(ways(found)).containsExactly(DIRECT, RELAY_IF_REFUSED, RELAY_OUT);
        assertThat(found.offers().getFirst().why().key()).isEqualTo("flow.line.direct.good");
    }

    @Test
    void a_line_that_lets_no_letters_out_needs_one() {
        assertThat(ways(found("line.direct", Verdict.FAIL))).containsExactly(RELAY_OUT);
    }

    @Test
    void where_nothing_comes_in_only_sending_is_left() {
        assertThat(ways(found("router.line.carrier-nat", Verdict.PASS)))
                .containsExactly(RELAY_ONLY);
        assertThat(ways(found("router.line.ds-lite", Verdict.FAIL))).containsExactly(RELAY_ONLY);
    }

    @Test
    void what_could_not_be_told_is_neither_yes_nor_no() {
        LineFound found = found("line.seen", Verdict.UNKNOWN);
        assertThat(found.in()).isEqualTo(Told.UNKNOWN);
        assertThat(found.out()).isEqualTo(Told.UNKNOWN);
        assertThat(ways(found)).containsExactly(DIRECT, RELAY_IF_REFUSED, RELAY_OUT, RELAY_ONLY);
        assertThat(ways(LineFound.NOTHING)).isEqualTo(ways(found));
    }

    @Test
    void a_home_line_is_told_that_many_refuse_its_letters() {
        LineFound found = found("router.line.public", Verdict.PASS, "dns.blocklist.home-line");
        assertThat(found.offers().getFirst().why().key()).isEqualTo("flow.line.direct.home-line");
    }

    private static LineFound named(String key, String name) {
        Finding reverse =
                new Finding(
                        "dns.reverse",
                        Hop.ISP,
                        Verdict.WARN,
                        Severity.WARNING,
                        Text.of(key, "198.51.100.7", name),
                        List.of(),
                        null);
        return new LineFound(List.of(reverse), List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "dns.reverse.generic,     p7.dyn.provider.example,               NO",
        "dns.reverse.unconfirmed, dsl-77-0.pool.isp.example,             NO",
        "dns.reverse.generic,     p54b0c1d2.dip0.t-ipconnect.example,    NO",
        "dns.reverse.other,       host-7.static.provider.example,        YES",
        "dns.reverse.ok,          mail.example.org,                      YES",
        "dns.reverse.other,       ip-198-51-100-7.cable.provider.example, UNKNOWN",
    })
    void the_name_of_an_address_says_whether_it_stays_where_providers_name_them_so(
            String key, String name, Told keeps) {
        assertThat(named(key, name).lasting().keeps()).isEqualTo(keeps);
        assertThat(named(key, name).shown()).isEmpty();
    }

    @Test
    void a_change_that_was_seen_counts_more_than_any_name() {
        DdnsChange moved =
                new DdnsChange(
                        "198.51.100.7", "198.51.100.9", null, Instant.EPOCH, Instant.EPOCH, 1);
        LineFound found =
                new LineFound(
                        named("dns.reverse.other", "h7.static.example").findings(), List.of(moved));
        assertThat(found.lasting().keeps()).isEqualTo(Told.NO);
        assertThat(found.network(Network.USUAL).address()).isEqualTo(Network.Address.DYNAMIC);
        DdnsChange first =
                new DdnsChange("", "198.51.100.9", null, Instant.EPOCH, Instant.EPOCH, 1);
        assertThat(new LineFound(List.of(), List.of(first)).lasting().keeps())
                .isEqualTo(Told.UNKNOWN);
    }

    @Test
    void the_way_of_connection_is_taken_from_what_was_seen() {
        assertThat(found("line.direct", Verdict.PASS).network(Network.USUAL).line())
                .isEqualTo(Network.Line.DIRECT);
        Network direct = new Network(Network.Line.DIRECT, Network.Address.STATIC);
        assertThat(LineFound.NOTHING.network(direct)).isEqualTo(direct);
    }
}
