package org.mailstation.daemon.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mailstation.config.Service;
import org.mailstation.daemon.apply.HandTimer;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;
import org.mailstation.router.Pinholes;
import org.mailstation.router.Refusal;
import org.mailstation.router.RouterAnswer;

class DoorsTest {
    private static final Inet6Address OWN = six("2a02:810:0:1:211:32ff:fe12:3456");
    private static final List<Want> MAIL =
            List.of(new Want(Service.SMTP, 25, 25), new Want(Service.IMAPS, 993, 993));

    private final HandTimer time = new HandTimer();
    private final FakePinholes router = new FakePinholes();
    private final Doors doors = new Doors(time);

    private static Inet6Address six(String literal) {
        return (Inet6Address) InetAddress.ofLiteral(literal);
    }

    private Doors.State look(@Nullable Inet6Address own, List<Want> wants) {
        return doors.look(List.of(router), own, wants, false).state();
    }

    @Test
    void a_door_is_opened_for_each_service_and_then_left_alone() {
        assertThat(look(OWN, MAIL)).isEqualTo(Doors.State.OPEN);
        assertThat(look(OWN, MAIL)).isEqualTo(Doors.State.OPEN);
        assertThat(router.doors.values())
                .containsExactly(OWN.getHostAddress() + " 25", OWN.getHostAddress() + " 993");
        assertThat(router.renewals).isZero();
    }

    @Test
    void at_half_of_the_time_it_is_renewed_and_opened_anew_where_the_router_has_forgotten() {
        look(OWN, MAIL);
        time.goOn(Doors.LEASE.dividedBy(2));
        assertThat(look(OWN, MAIL)).isEqualTo(Doors.State.OPEN);
        assertThat(router.renewals).isEqualTo(2);
        assertThat(router.doors).hasSize(2);

        router.doors.clear();
        time.goOn(Doors.LEASE.dividedBy(2));
        look(OWN, MAIL);
        assertThat(router.doors).hasSize(2);

        router.doors.clear();
        doors.look(List.of(router), OWN, MAIL, true);
        assertThat(router.doors).as("it has begun anew").hasSize(2);
    }

    @Test
    void another_address_gets_doors_of_its_own() {
        look(OWN, MAIL);
        Inet6Address other = six("2a02:810:0:2::5");
        look(other, MAIL);
        assertThat(router.doors.values()).contains(other.getHostAddress() + " 25");
    }

    @Test
    void what_is_not_wanted_any_more_is_closed() {
        look(OWN, MAIL);
        look(OWN, MAIL.subList(0, 1));
        assertThat(router.doors.values()).containsExactly(OWN.getHostAddress() + " 25");
        assertThat(look(OWN, List.of())).isEqualTo(Doors.State.NOTHING);
        assertThat(router.doors).isEmpty();
    }

    @Test
    void it_says_what_cannot_be_told_and_what_is_refused() {
        assertThat(look(null, MAIL)).isEqualTo(Doors.State.NOTHING);
        assertThat(doors.look(List.of(), OWN, MAIL, false).state()).isEqualTo(Doors.State.UNKNOWN);
        router.firewall = new RouterAnswer.Given<>(new Pinholes.Firewall(false, false));
        assertThat(look(OWN, MAIL)).isEqualTo(Doors.State.NO_FIREWALL);
        router.firewall = new RouterAnswer.Given<>(new Pinholes.Firewall(true, false));
        assertThat(look(OWN, MAIL)).isEqualTo(Doors.State.CLOSED);
        router.firewall = new RouterAnswer.Silent<>("gone");
        assertThat(look(OWN, MAIL)).isEqualTo(Doors.State.UNKNOWN);
        router.firewall = new RouterAnswer.Given<>(new Pinholes.Firewall(true, true));
        router.says = new RouterAnswer.Refused<>(Refusal.OTHER, 606, "no");
        assertThat(look(OWN, MAIL)).isEqualTo(Doors.State.CLOSED);
        router.says = new RouterAnswer.Garbled<>("?");
        assertThat(look(OWN, MAIL)).isEqualTo(Doors.State.UNKNOWN);
    }

    @Test
    void a_port_that_only_ipv4_can_translate_is_of_no_use() {
        assertThat(look(OWN, List.of(new Want(Service.SMTP, 25, 2525))))
                .isEqualTo(Doors.State.OTHER_PORT);
        assertThat(router.doors).isEmpty();
    }

    @Test
    void each_state_has_its_sentence_and_none_of_them_alarms() {
        for (Doors.State state : Doors.State.values()) {
            Doors.Seen seen = new Doors.Seen(state, OWN, List.of(25, 993), "words");
            DoorFinding.of(seen, "http://192.168.77.1/", Instant.EPOCH)
                    .ifPresent(DoorsTest::isCalm);
        }
        assertThat(DoorFinding.of(Doors.Seen.NOTHING, "", Instant.EPOCH)).isEmpty();
        Doors.Seen unknown = new Doors.Seen(Doors.State.UNKNOWN, OWN, List.of(25, 993), "");
        Finding found = DoorFinding.of(unknown, "", Instant.EPOCH).orElseThrow();
        assertThat(Objects.requireNonNull(found.remedy()).text().in(Locale.ENGLISH))
                .contains(OWN.getHostAddress(), "25, 993");
    }

    private static void isCalm(Finding finding) {
        assertThat(Health.of(List.of(finding))).isEqualTo(Health.FINE);
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            assertThat(finding.sentence().in(language))
                    .doesNotContain(finding.sentence().key(), "{");
        }
    }
}
