package org.mailstation.daemon.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailstation.control.AskLetter;
import org.mailstation.control.ControlJson;
import org.mailstation.diagnosis.CheckReport;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;

/** What {@code check} and {@code letter} say. */
@Timeout(60)
class CtlCheckTest extends CtlBench {
    @Test
    void a_check_names_the_culprit_first_and_ends_so_that_scripts_see_it() {
        rig.examining.findings =
                List.of(
                        Observation.onNas("outbound", Hop.ISP, "knock", "silent", Instant.EPOCH)
                                .fail(Severity.CRITICAL, Text.of("outbound.blocked"), null));
        assertThat(run("", "check", "--only", "outbound,dns.mx")).isEqualTo(1);
        assertThat(out.lines().findFirst()).contains(Text.of("outbound.blocked").words());
        assertThat(out).contains("NAS: knock = silent");
        assertThat(rig.examining.asked.only()).containsExactly("outbound", "dns.mx");
        assertThat(err).isEmpty();
    }

    @Test
    void a_check_where_all_is_fine_says_so_and_all_of_it_on_demand() {
        rig.examining.findings =
                List.of(
                        Observation.onNas("outbound", Hop.ISP, "knock", "220", Instant.EPOCH)
                                .pass(Text.of("outbound.ok")));
        assertThat(run("", "check")).isZero();
        assertThat(out.strip()).isEqualTo(Text.of("diagnosis.fine").words());
        assertThat(run("", "check", "-v")).isZero();
        assertThat(out).contains("outbound: " + Text.of("outbound.ok").words());
    }

    @Test
    void a_check_as_json_is_one_document() {
        assertThat(run("", "check", "--json")).isEqualTo(1);
        CheckReport report = ControlJson.read(out, CheckReport.class);
        assertThat(report.findings()).isEmpty();
        assertThat(report.diagnosis().sentence().key()).isEqualTo("diagnosis.nothing-asked");
    }

    @Test
    void a_check_without_a_daemon_names_the_daemon() throws IOException {
        rig.close();
        assertThat(run("", "check")).isEqualTo(1);
        assertThat(out.lines().findFirst()).contains(Text.of("daemon.stopped").words());
        assertThat(run("", "check", "--json")).isEqualTo(1);
        CheckReport report = ControlJson.read(out, CheckReport.class);
        assertThat(report.diagnosis().causes())
                .extracting(cause -> cause.root().check())
                .containsExactly("daemon");
    }

    @Test
    void a_letter_that_arrives_is_shown_with_its_way() {
        rig.examining.findings =
                List.of(
                        Observation.onNas(
                                        "letter:public",
                                        Hop.MAILBOX,
                                        "trace, server 1",
                                        "from a by b",
                                        Instant.EPOCH)
                                .pass(Text.of("letter.public.ok", "anna@example.org", "2")));
        assertThat(run("", "letter", "--to", "anna@example.org")).isZero();
        assertThat(out)
                .contains(Text.of("letter.public.ok", "anna@example.org", "2").words())
                .contains("trace, server 1 = from a by b");
        assertThat(rig.examining.letter).isEqualTo(new AskLetter("anna@example.org", "", false));
    }

    @Test
    void a_letter_of_which_nothing_can_be_told_is_not_called_well() {
        rig.examining.findings =
                List.of(
                        Observation.onNas(
                                        "letter:public", Hop.MAILBOX, "hand it", "", Instant.EPOCH)
                                .unknown(
                                        Severity.WARNING,
                                        Text.of("letter.public.no-way-back", "192.0.2.1:25")));
        assertThat(run("", "letter", "--json")).isEqualTo(1);
        assertThat(ControlJson.read(out, CheckReport.class).diagnosis().untold()).hasSize(1);
    }
}
