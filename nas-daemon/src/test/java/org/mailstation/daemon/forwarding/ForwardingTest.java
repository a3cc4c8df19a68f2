package org.mailstation.daemon.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.config.Service;
import org.mailstation.control.ForwardState;
import org.mailstation.control.Forwards;
import org.mailstation.control.ForwardsRequest;
import org.mailstation.control.ForwardsRequest.Wanted;
import org.mailstation.daemon.apply.HandTimer;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;
import org.mailstation.finding.Verdict;
import org.mailstation.lan.Lan;
import org.mailstation.router.MapOutcome;
import org.mailstation.router.PortMapper;
import org.mailstation.router.Protocol;
import org.mailstation.router.Refusal;
import org.mailstation.router.RouterAnswer;
import org.mailstation.router.search.RoutersFound;

class ForwardingTest {
    @TempDir Path folder;

    private final HandTimer time = new HandTimer();
    private final FakeMapper router = new FakeMapper();
    private final List<PortMapper> mappers = new ArrayList<>(List.of(router));
    private List<Want> wants =
            List.of(new Want(Service.SMTP, 25, 2525), new Want(Service.IMAPS, 993, 993));
    private Home.Place place =
            new Home.Place(List.of(new Lan(FakeMapper.NAS, 24)), List.of(FakeMapper.ROUTER));
    private final FakePinholes firewall = new FakePinholes();
    private @Nullable Inet6Address six;
    private int searches;
    private Forwarding forwarding;

    private final Home home =
            new Home() {
                @Override
                public Place place() {
                    return place;
                }

                @Override
                public RoutersFound search(Place where) {
                    searches++;
                    List<PortMapper> there = router.gone ? List.of() : mappers;
                    return new RoutersFound(there, List.of(firewall), List.of());
                }

                @Override
                public @Nullable Inet6Address six() {
                    return six;
                }
            };

    @BeforeEach
    void begin() throws IOException {
        forwarding = daemon();
    }

    private Forwarding daemon() throws IOException {
        Ledger ledger = Ledger.open(folder.resolve("forwards"), new Random(1));
        return new Forwarding(() -> wants, home, ledger, time, time, Runnable::run);
    }

    private void oneLook() {
        router.upSeconds += Forwarding.PERIOD.toSeconds();
        time.goOn(Forwarding.PERIOD);
    }

    private ForwardState state(int index) {
        return forwarding.report().forwards().get(index).state();
    }

    private Finding finding(String check) {
        return forwarding.findings().stream()
                .filter(one -> one.check().equals(check))
                .findFirst()
                .orElseThrow(() -> new AssertionError(forwarding.findings().toString()));
    }

    @Test
    void what_the_configuration_wants_is_asked_for_and_then_left_alone() {
        assertThat(state(0)).isEqualTo(new ForwardState.Asking());
        forwarding.wake();
        assertThat(router.table.keySet()).containsExactly(25, 993);
        assertThat(state(0))
                .isEqualTo(
                        new ForwardState.Stands(
                                Protocol.IGD, time.instant().plus(Duration.ofHours(2))));
        for (int i = 0; i < 30; i++) {
            oneLook();
        }
        assertThat(router.asked).hasSize(2);
        assertThat(searches).isEqualTo(1);
        assertThat(Health.of(forwarding.findings())).isEqualTo(Health.FINE);
    }

    @Test
    void a_lease_is_renewed_at_half_its_time() {
        forwarding.wake();
        for (int i = 0; i < 59; i++) {
            oneLook();
        }
        assertThat(router.asked).hasSize(2);
        oneLook();
        assertThat(router.asked).hasSize(4);
    }

    @Test
    void an_entry_for_good_is_never_renewed() {
        router.granted = null;
        forwarding.wake();
        router.upSeconds += Duration.ofDays(2).toSeconds();
        time.goOn(Duration.ofDays(2));
        assertThat(router.asked).hasSize(2);
        assertThat(state(0)).isEqualTo(new ForwardState.Stands(Protocol.IGD, null));
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void after_a_restart_of_the_router_the_ports_are_back_at_the_next_look(boolean readable) {
        router.readable = readable;
        forwarding.wake();
        router.restart();
        time.goOn(Forwarding.PERIOD);
        assertThat(router.table.keySet()).containsExactly(25, 993);
    }

    @Test
    void an_entry_that_somebody_removed_is_asked_for_again() {
        forwarding.wake();
        router.table.remove(25);
        oneLook();
        assertThat(router.table.keySet()).containsExactly(25, 993);
        assertThat(router.asked).hasSize(3);
    }

    @Test
    void a_router_that_is_away_for_a_while_gets_its_ports_as_soon_as_it_is_back() {
        forwarding.wake();
        router.gone = true;
        oneLook();
        assertThat(state(0)).isInstanceOf(ForwardState.NoAnswer.class);
        assertThat(finding("forwarding.smtp").verdict()).isEqualTo(Verdict.UNKNOWN);
        oneLook();
        router.gone = false;
        router.restart();
        oneLook();
        assertThat(router.table.keySet()).containsExactly(25, 993);
        assertThat(state(0)).isInstanceOf(ForwardState.Stands.class);
    }

    @Test
    void a_home_without_such_a_router_is_searched_less_and_less() {
        router.gone = true;
        forwarding.wake();
        for (int i = 0; i < 59; i++) {
            oneLook();
        }
        assertThat(searches).isEqualTo(20);
    }

    @Test
    void without_such_a_router_the_table_to_enter_by_hand_is_told() {
        router.gone = true;
        forwarding.wake();
        assertThat(state(0)).isEqualTo(new ForwardState.NoRouter());
        Finding finding = finding("forwarding");
        assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(Objects.requireNonNull(finding.remedy()).text().in(Locale.ENGLISH))
                .contains("http://192.168.77.1/")
                .endsWith("25 -> 192.168.77.10:2525, 993 -> 192.168.77.10:993");
    }

    @Test
    void another_device_at_the_port_is_named() {
        router.taken(25, "192.168.77.30");
        forwarding.wake();
        assertThat(state(0))
                .isEqualTo(new ForwardState.Taken("192.168.77.30", 25, "Old server", false));
        Finding finding = finding("forwarding.smtp");
        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.sentence().in(Locale.ENGLISH))
                .contains("port 25", "192.168.77.30:25", "Old server");
        assertThat(state(1)).isInstanceOf(ForwardState.Stands.class);
    }

    @Test
    void a_port_that_becomes_free_is_taken_within_five_minutes() {
        router.taken(25, "192.168.77.30");
        forwarding.wake();
        router.table.remove(25);
        for (int i = 0; i < 5; i++) {
            oneLook();
        }
        assertThat(state(0)).isInstanceOf(ForwardState.Stands.class);
    }

    @Test
    void a_router_that_refuses_by_one_protocol_is_asked_by_the_next() {
        FakeMapper second = new FakeMapper();
        second.protocol = Protocol.NAT_PMP;
        mappers.add(second);
        router.says = new RouterAnswer.Refused<>(Refusal.NOT_AUTHORISED, 606, "No");
        forwarding.wake();
        assertThat(second.table.keySet()).containsExactly(25, 993);
        assertThat(state(0)).isInstanceOf(ForwardState.Stands.class);
        second.says = new RouterAnswer.Silent<>("gone");
        forwarding.answer(new ForwardsRequest(Wanted.ASK_AGAIN));
        assertThat(state(0))
                .isEqualTo(
                        new ForwardState.Refused(
                                Protocol.IGD,
                                Refusal.NOT_AUTHORISED,
                                "refused, NOT_AUTHORISED (606 No)"));
        assertThat(finding("forwarding").remedy()).isNotNull();
    }

    @Test
    void another_port_than_the_wished_one_is_a_fault() {
        router.says = new RouterAnswer.Given<>(new MapOutcome.OtherPort(26));
        forwarding.wake();
        assertThat(finding("forwarding.smtp").verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void what_is_no_longer_wanted_is_given_back() {
        forwarding.wake();
        wants = List.of(wants.getFirst());
        forwarding.wake();
        assertThat(router.table.keySet()).containsExactly(25);
        wants = List.of();
        forwarding.wake();
        assertThat(router.table).isEmpty();
        assertThat(forwarding.findings()).isEmpty();
    }

    @Test
    void what_a_daemon_before_this_one_asked_for_is_given_back_too() throws IOException {
        forwarding.wake();
        forwarding.close();
        assertThat(router.table.keySet()).as("an end is no reason").containsExactly(25, 993);
        wants = List.of();
        router.gone = true;
        forwarding = daemon();
        forwarding.wake();
        router.gone = false;
        oneLook();
        assertThat(router.table).isEmpty();
    }

    @Test
    void a_withdrawal_lasts_until_somebody_wants_it_otherwise() {
        forwarding.wake();
        Forwards after = forwarding.answer(new ForwardsRequest(Wanted.WITHDRAW));
        assertThat(router.table).isEmpty();
        assertThat(after.forwards())
                .allMatch(one -> one.state().equals(new ForwardState.Withdrawn()));
        oneLook();
        assertThat(router.table).isEmpty();
        forwarding.answer(new ForwardsRequest(Wanted.ASK_AGAIN));
        assertThat(router.table.keySet()).containsExactly(25, 993);
    }

    @Test
    void one_service_is_given_back_alone_until_somebody_wants_it_otherwise() {
        forwarding.wake();
        Forwards after =
                forwarding.answer(new ForwardsRequest(Wanted.GIVE_BACK, List.of(Service.SMTP)));
        assertThat(router.table.keySet()).containsExactly(993);
        assertThat(after.forwards())
                .extracting(one -> one.state().getClass().getSimpleName())
                .containsExactly("Withdrawn", "Stands");
        oneLook();
        assertThat(router.table.keySet()).containsExactly(993);
        forwarding.answer(new ForwardsRequest(Wanted.ASK_AGAIN));
        assertThat(router.table.keySet()).containsExactly(25, 993);
    }

    @Test
    void a_service_that_does_not_listen_is_not_forwarded() {
        wants = List.of(new Want(Service.SMTP, 25, 0));
        forwarding.wake();
        assertThat(router.table).isEmpty();
        assertThat(state(0)).isEqualTo(new ForwardState.NotListening());
    }

    @Test
    void a_nas_that_moved_searches_anew() {
        forwarding.wake();
        place = new Home.Place(List.of(new Lan(FakeMapper.ip("192.168.77.11"), 24)), List.of());
        oneLook();
        assertThat(searches).isEqualTo(2);
        assertThat(router.asked).hasSize(4);
    }

    @Test
    void nobody_is_asked_where_nothing_is_wanted() {
        wants = List.of();
        forwarding.wake();
        assertThat(searches).isZero();
    }

    @Test
    void a_closed_one_looks_no_more() {
        forwarding.wake();
        forwarding.close();
        assertThat(time.pending()).isZero();
        forwarding.wake();
        assertThat(router.asked).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7,  PASS, FINE",
        "100.64.0.9,   FAIL, BROKEN",
        "192.0.0.2,    FAIL, BROKEN",
        "192.168.1.50, FAIL, BROKEN",
    })
    void the_routers_own_address_tells_whether_anybody_can_come_in(
            String outside, Verdict verdict, Health health) {
        router.outside = outside;
        forwarding.wake();
        assertThat(finding("router.line").verdict()).isEqualTo(verdict);
        assertThat(Health.of(forwarding.findings())).isEqualTo(health);
    }

    @Test
    void letters_are_let_in_by_ipv6_where_the_router_opens_its_doors() {
        six = (Inet6Address) InetAddress.ofLiteral("2a02:810::5");
        wants = List.of(new Want(Service.SMTP, 25, 25));
        forwarding.wake();
        assertThat(firewall.doors).hasSize(1);
        assertThat(finding("forwarding.ipv6").verdict()).isEqualTo(Verdict.PASS);
        assertThat(forwarding.six(false)).isEqualTo(six);

        firewall.firewall = new RouterAnswer.Silent<>("gone");
        oneLook();
        assertThat(finding("forwarding.ipv6").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(forwarding.six(false)).as("a letter might wait at a closed door").isNull();
        assertThat(forwarding.six(true)).as("there is no other way").isEqualTo(six);
    }

    @Test
    void what_is_withdrawn_is_closed_by_ipv6_too() {
        six = (Inet6Address) InetAddress.ofLiteral("2a02:810::5");
        wants = List.of(new Want(Service.SMTP, 25, 25));
        forwarding.wake();
        forwarding.answer(new ForwardsRequest(Wanted.WITHDRAW));
        assertThat(firewall.doors).isEmpty();
    }
}
