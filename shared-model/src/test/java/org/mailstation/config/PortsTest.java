package org.mailstation.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PortsTest {
    @ParameterizedTest
    @EnumSource(Service.class)
    void without_the_right_to_low_ports_only_the_number_on_the_nas_changes(Service service) {
        Port usual = Ports.STANDARD.of(service);
        assertThat(Ports.STANDARD.withoutRight().of(service))
                .isEqualTo(new Port(service.highPort(), usual.external(), usual.open()));
        assertThat(service.highPort()).isGreaterThanOrEqualTo(1024);
    }

    @Test
    void with_the_right_it_is_as_it_was() {
        assertThat(Ports.STANDARD.withoutRight().withRight()).isEqualTo(Ports.STANDARD);
    }

    @Test
    void what_somebody_chose_for_himself_stays() {
        Port own = new Port(2600, 25, Port.Open.INTERNET);
        Port free = new Port(0, 993, Port.Open.LAN);
        Ports chosen = Ports.STANDARD.with(Service.SMTP, own).with(Service.IMAPS, free);
        assertThat(chosen.withoutRight().of(Service.SMTP)).isEqualTo(own);
        assertThat(chosen.withoutRight().of(Service.IMAPS)).isEqualTo(free);
        assertThat(chosen.withRight().of(Service.SMTP)).isEqualTo(own);
    }

    @Test
    void what_is_switched_off_needs_no_right() {
        Ports high = Ports.STANDARD.withoutRight();
        assertThat(Ports.STANDARD.needRight()).isTrue();
        assertThat(high.needRight()).isFalse();
        assertThat(high.with(Service.POP3, new Port(110, 110, Port.Open.OFF)).needRight())
                .isFalse();
        assertThat(high.with(Service.POP3, new Port(110, 110, Port.Open.LAN)).needRight()).isTrue();
    }
}
