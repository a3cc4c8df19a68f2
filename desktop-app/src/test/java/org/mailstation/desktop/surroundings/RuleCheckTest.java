package org.mailstation.desktop.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Verdict;
import org.mailstation.router.Mapping;

class RuleCheckTest {
    private final Around around = new Around();

    private static Mapping entry(int external, String client, int internal, boolean enabled) {
        return new Mapping(external, client, internal, enabled, "Old server", null);
    }

    private Found look(Mapping... entries) {
        around.routers =
                List.of(
                        Around.router(
                                List.of(entries).stream()
                                        .collect(Collectors.toMap(Mapping::external, one -> one))));
        return findings();
    }

    private Found findings() {
        return new Found(
                new RuleCheck(around, address -> address.equals("192.168.1.9") ? "printer" : "")
                        .look(around.scene()));
    }

    /** What was found, by the name of the check. */
    private record Found(List<Finding> all) {
        Finding get(String check) {
            return all.stream().filter(one -> one.check().equals(check)).findFirst().orElseThrow();
        }
    }

    @Test
    void entries_that_lead_to_the_nas_are_as_they_should_be() {
        Found found =
                look(
                        entry(25, Around.NAS, 25, true),
                        entry(465, Around.NAS, 465, true),
                        entry(993, Around.NAS, 993, true));
        assertThat(found.all())
                .extracting(Finding::check)
                .containsExactly("rule", "rule:smtp", "rule:submissions", "rule:imaps");
        assertThat(found.all()).extracting(Finding::verdict).containsOnly(Verdict.PASS);
    }

    @Test
    void an_entry_for_another_device_is_named_with_the_device_and_what_it_calls_itself() {
        Finding found = look(entry(25, "192.168.1.9", 25, true)).get("rule:smtp");
        assertThat(found.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(found.sentence().key()).isEqualTo("rule.other-device");
        assertThat(found.sentence().args())
                .containsExactly("smtp", "25", "192.168.1.9 (printer)", Around.NAS);
        assertThat(found.remedy()).isNotNull();
    }

    @Test
    void a_device_that_does_not_tell_its_name_is_named_by_what_it_wrote_into_the_router() {
        Finding found = look(entry(993, "192.168.1.8", 993, true)).get("rule:imaps");
        assertThat(found.sentence().args()).contains("192.168.1.8 (Old server)");
    }

    @Test
    void an_entry_for_another_port_of_the_nas_is_named_with_both() {
        Finding found = look(entry(993, Around.NAS, 143, true)).get("rule:imaps");
        assertThat(found.sentence().key()).isEqualTo("rule.other-port");
        assertThat(found.sentence().args()).containsExactly("imaps", "993", "143", "993");
    }

    @Test
    void an_entry_that_is_switched_off_leads_nowhere() {
        assertThat(look(entry(25, Around.NAS, 25, false)).get("rule:smtp").sentence().key())
                .isEqualTo("rule.off");
    }

    @Test
    void what_the_router_does_not_list_may_have_been_entered_by_hand() {
        Finding found = look().get("rule:smtp");
        assertThat(found.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(found.severity()).isEqualTo(Severity.INFORMATION);
    }

    @Test
    void a_router_that_does_not_talk_is_no_fault_and_the_table_to_enter_is_told() {
        Found found = findings();
        assertThat(found.all()).hasSize(1);
        assertThat(found.get("rule").severity()).isEqualTo(Severity.INFORMATION);
        assertThat(found.get("rule").sentence().words())
                .contains("http://192.168.1.1/", "25 -> 192.168.1.5:25");
    }

    @Test
    void a_tunnel_is_told_and_an_ordinary_way_is_not() {
        assertThat(new TunnelCheck(around).look(around.scene()).getFirst().verdict())
                .isEqualTo(Verdict.PASS);
        around.wayOut = new Surroundings.WayOut("wg0", true);
        Finding tunnel = new TunnelCheck(around).look(around.scene()).getFirst();
        assertThat(tunnel.verdict()).isEqualTo(Verdict.WARN);
        assertThat(tunnel.sentence().args()).containsExactly("wg0");
        around.wayOut = null;
        assertThat(new TunnelCheck(around).look(around.scene()).getFirst().severity())
                .isEqualTo(Severity.INFORMATION);
    }
}
