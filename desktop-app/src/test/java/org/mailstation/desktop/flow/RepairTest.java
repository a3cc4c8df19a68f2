package org.mailstation.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.mailstation.config.Port;
import org.mailstation.config.Relay;
import org.mailstation.config.Service;
import org.mailstation.control.ForwardsRequest.Wanted;
import org.mailstation.desktop.fake.FakeMeans;
import org.mailstation.desktop.fake.FakeStation;
import org.mailstation.desktop.fake.Found;
import org.mailstation.desktop.fake.HandLook;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;

class RepairTest {
    private static final Finding WITHDRAWN = Found.withdrawn("smtp", 25);
    private static final Finding OPEN_RELAY = Found.openRelay();

    private final Traveller traveller = new Traveller();
    private final FakeStation station = traveller.nas.station;
    private final HandLook look = new HandLook();
    private final Checkup checkup;
    private final Repair repair;

    RepairTest() {
        traveller.toHome();
        Care care = Care.of(traveller.background, traveller.flow.session(), FakeMeans.of(look));
        checkup = care.checkup();
        repair = care.repair();
    }

    private void check(Finding... findings) {
        look.findings = List.of(findings);
        checkup.look();
        traveller.background.until(() -> !checkup.view().activity().running());
    }

    private Repair.View rest() {
        traveller.background.until(() -> !repair.view().activity().running());
        return repair.view();
    }

    private void prepare(Finding finding) {
        repair.prepare(finding, Fix.of(finding, look.findings).orElseThrow());
    }

    @Test
    void nothing_is_done_before_it_was_said_and_agreed_to() {
        check(WITHDRAWN);
        prepare(WITHDRAWN);
        Repair.Job job = Objects.requireNonNull(rest().job());
        Mending.Plan plan = Objects.requireNonNull(job.plan());
        assertThat(plan.will()).extracting(Text::key).containsExactly("fix.forward.will");
        assertThat(plan.back().key()).isEqualTo("fix.forward.back");
        assertThat(job.ready()).isTrue();
        assertThat(station.forwardsWanted).isEmpty();
        repair.cancel();
        assertThat(repair.view().job()).isNull();
        assertThat(station.forwardsWanted).isEmpty();
    }

    @Test
    void the_router_is_asked_again_and_the_look_afterwards_is_the_proof() {
        check(WITHDRAWN);
        prepare(WITHDRAWN);
        look.findings =
                List.of(
                        Found.pass("forwarding.smtp", Hop.ROUTER),
                        Found.pass("reach:smtp", Hop.ROUTER));
        repair.carryOut();
        Mended mended = Objects.requireNonNull(rest().mended());
        assertThat(station.forwardsWanted).containsExactly(Wanted.TELL, Wanted.ASK_AGAIN);
        assertThat(mended.result()).isEqualTo(Mended.Result.CURED);
        assertThat(mended.found().findings()).hasSize(2);
        Mended.Pair first = mended.pairs().getFirst();
        assertThat(first.before()).isEqualTo(WITHDRAWN);
        assertThat(first.after()).isEqualTo(look.findings.getFirst());
        assertThat(look.asked.getLast().wants("reach:smtp")).isTrue();
        assertThat(Objects.requireNonNull(checkup.view().report()).diagnosis().health())
                .isEqualTo(Health.FINE);
    }

    @Test
    void what_is_still_found_afterwards_is_not_called_mended() {
        check(WITHDRAWN);
        prepare(WITHDRAWN);
        repair.carryOut();
        assertThat(Objects.requireNonNull(rest().mended()).result())
                .isEqualTo(Mended.Result.NO_BETTER);
    }

    @Test
    void a_setting_is_changed_after_its_effects_were_told() {
        check(OPEN_RELAY);
        prepare(OPEN_RELAY);
        Repair.Job job = Objects.requireNonNull(rest().job());
        assertThat(Objects.requireNonNull(job.plan()).will()).isNotEmpty();
        assertThat(open(Service.SUBMISSION)).isEqualTo(Port.Open.LAN);
        look.findings = List.of(Found.pass("open-relay", Hop.DAEMON));
        repair.carryOut();
        assertThat(Objects.requireNonNull(rest().mended()).result()).isEqualTo(Mended.Result.CURED);
        assertThat(open(Service.SUBMISSION)).isEqualTo(Port.Open.OFF);
        assertThat(station.confirmed).isEqualTo(station.revision());
    }

    private Port.Open open(Service service) {
        return station.running().orElseThrow().ports().of(service).open();
    }

    @Test
    void a_setting_that_the_station_would_not_take_is_told_before_anything_happens() {
        Finding blocked =
                Found.fail(
                        "outbound",
                        Hop.ISP,
                        Severity.CRITICAL,
                        Text.of("outbound.blocked"),
                        new Remedy.ChangeSetting(
                                Text.of("outbound.blocked.remedy"), "relay.use", "always"));
        check(blocked);
        int before = station.revision();
        prepare(blocked);
        Repair.View view = rest();
        assertThat(view.activity()).isInstanceOf(Activity.Failed.class);
        assertThat(Objects.requireNonNull(view.job()).ready()).isFalse();
        repair.carryOut();
        assertThat(station.revision()).isEqualTo(before);
        assertThat(station.running().orElseThrow().relay().use()).isEqualTo(Relay.Use.NEVER);
    }

    @Test
    void the_address_is_told_where_ddns_is_used_and_only_there() {
        Finding stale = Found.warn("dns.address", Hop.DNS);
        assertThat(Fix.of(stale, List.of(stale))).isEmpty();
        assertThat(Fix.of(stale, List.of(stale, Found.pass("ddns.update", Hop.DDNS))))
                .contains(new Fix.TellProvider());
        check(stale, Found.pass("ddns.update", Hop.DDNS));
        prepare(stale);
        repair.carryOut();
        rest();
        assertThat(station.ddnsAsked).contains(true);
    }

    @Test
    void a_wrong_login_is_not_tried_again_by_a_fix() {
        Finding refused =
                Found.fail(
                        "ddns.update",
                        Hop.DDNS,
                        Severity.ERROR,
                        Text.of("ddns.refused.bad-auth", "No-IP", "x"),
                        null);
        assertThat(Fix.of(refused, List.of(refused))).isEmpty();
    }

    @Test
    void what_is_well_needs_no_fix_and_what_nobody_here_can_do_has_none() {
        Finding well = Found.pass("forwarding.smtp", Hop.ROUTER);
        assertThat(Fix.of(well, List.of(well))).isEmpty();
        Finding taken =
                Found.fail(
                        "listener.smtp",
                        Hop.DAEMON,
                        Severity.ERROR,
                        Text.of("listener.taken", "smtp", 25, "postfix"),
                        new Remedy.RunOnNas(Text.of("listener.taken.remedy", 25, "postfix"), ""));
        assertThat(Fix.of(taken, List.of())).isEmpty();
        assertThat(Fix.of(Found.closed(), List.of(Found.closed()))).isEmpty();
        assertThat(Fix.of(Found.closed(), List.of(Found.closed(), well)))
                .contains(new Fix.ForwardAgain());
    }

    @Test
    void the_postmaster_s_address_leads_to_the_first_mailbox() {
        Finding role =
                Found.fail(
                        "role:example.org",
                        Hop.MAILBOX,
                        Severity.WARNING,
                        Text.of("role.none", "abuse@example.org"),
                        new Remedy.ChangeSetting(
                                Text.of("role.remedy", "abuse@example.org"),
                                "aliases",
                                "abuse@example.org"));
        check(role);
        prepare(role);
        rest();
        repair.carryOut();
        rest();
        assertThat(station.running().orElseThrow().aliases())
                .singleElement()
                .satisfies(
                        alias -> {
                            assertThat(alias.address()).isEqualTo("abuse@example.org");
                            assertThat(alias.to()).containsExactly("alex@example.org");
                        });
    }
}
