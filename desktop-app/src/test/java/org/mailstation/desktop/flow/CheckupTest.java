package org.mailstation.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.mailstation.check.Selection;
import org.mailstation.desktop.fake.FakeMeans;
import org.mailstation.desktop.fake.Found;
import org.mailstation.desktop.fake.Gate;
import org.mailstation.desktop.fake.HandLook;
import org.mailstation.desktop.ssh.SshFailure;
import org.mailstation.diagnosis.CheckReport;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;

class CheckupTest {
    private final Traveller traveller = new Traveller();
    private final HandLook look = new HandLook();
    private final Checkup checkup;

    CheckupTest() {
        traveller.toHome();
        checkup =
                Care.of(traveller.background, traveller.flow.session(), FakeMeans.of(look))
                        .checkup();
    }

    private CheckReport report() {
        traveller.background.until(() -> !checkup.view().activity().running());
        return Objects.requireNonNull(checkup.view().report());
    }

    @Test
    void it_looks_over_a_way_of_its_own_and_tells_how_far_it_is() {
        Gate gate = new Gate();
        look.gate = gate;
        look.findings = List.of(Found.pass("dns.mx", Hop.DNS));
        checkup.look();
        gate.awaitArrival();
        traveller.background.until(
                () ->
                        checkup.view().activity() instanceof Activity.Running running
                                && running.percent() == 40);
        gate.open();
        assertThat(report().diagnosis().health()).isEqualTo(Health.FINE);
        assertThat(look.asked).containsExactly(Selection.EVERYTHING);
        assertThat(traveller.nas.calls).filteredOn("sign in"::equals).hasSize(2);
    }

    @Test
    void while_one_look_is_under_way_there_is_no_second() {
        Gate gate = new Gate();
        look.gate = gate;
        checkup.look();
        gate.awaitArrival();
        checkup.look();
        gate.open();
        report();
        assertThat(look.asked).hasSize(1);
    }

    @Test
    void a_cancelled_look_leaves_what_was_known() {
        look.findings = List.of(Found.closed());
        checkup.look();
        CheckReport before = report();
        Gate gate = new Gate();
        look.gate = gate;
        checkup.look();
        gate.awaitArrival();
        checkup.cancel();
        assertThat(report()).isEqualTo(before);
        assertThat(checkup.view().activity()).isEqualTo(Activity.IDLE);
    }

    @Test
    void a_part_asked_again_is_judged_with_the_rest() {
        Finding dns = Found.warn("dns.mx:example.org", Hop.DNS);
        look.findings = List.of(Found.closed(), dns);
        checkup.look();
        assertThat(report().diagnosis().causes()).hasSize(2);

        look.findings = List.of(Found.pass("reach:smtp", Hop.ROUTER));
        checkup.again(report().diagnosis().causes().getFirst());
        assertThat(report().diagnosis().causes())
                .singleElement()
                .satisfies(cause -> assertThat(cause.root()).isEqualTo(dns));
        assertThat(look.asked.getLast().wants("reach:smtp")).isTrue();
        assertThat(look.asked.getLast().wants("dns.mx:example.org")).isFalse();
    }

    @Test
    void a_culprit_is_asked_again_with_what_follows_from_it() {
        look.findings = List.of(Found.down("smtp", 25), Found.closed());
        checkup.look();
        checkup.again(report().diagnosis().causes().getFirst());
        report();
        assertThat(look.asked.getLast().only()).containsExactly("listener.smtp", "reach:smtp");
    }

    @Test
    void where_the_nas_was_not_there_everything_is_asked_again() {
        Finding gone =
                Found.fail("nas", Hop.NAS, Severity.CRITICAL, Text.of("check.late", "nas"), null);
        assertThat(Checkup.about(List.of(gone))).isEqualTo(Selection.EVERYTHING);
    }

    @Test
    void a_conclusion_is_asked_again_by_what_it_was_concluded_from() {
        Finding concluded =
                Found.fail(
                        "inbound:smtp",
                        Hop.ISP,
                        Severity.CRITICAL,
                        Text.of("diagnosis.no-25"),
                        null);
        assertThat(Checkup.about(List.of(concluded)).only()).contains("reach", "forwarding");
    }

    @Test
    void a_failure_is_shown_and_the_next_look_may_succeed() {
        look.failure = new SshFailure.WrongPassword("admin", "nas");
        checkup.look();
        traveller.background.until(() -> checkup.view().activity() instanceof Activity.Failed);
        look.failure = null;
        look.findings = List.of(Found.pass("dns.mx", Hop.DNS));
        checkup.look();
        assertThat(report().findings()).hasSize(1);
    }
}
