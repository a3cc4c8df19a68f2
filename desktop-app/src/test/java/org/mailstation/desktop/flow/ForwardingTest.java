package org.mailstation.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailstation.config.Port;
import org.mailstation.config.Ports;
import org.mailstation.config.Service;
import org.mailstation.config.StationConfig;
import org.mailstation.desktop.fake.Routers;

/** What is said of the ports that the router shall lead to the NAS. */
class ForwardingTest {

    private final Traveller who = new Traveller();
    private Forwarding forwarding;

    @BeforeEach
    void signIn() {
        who.toHome();
        forwarding = new Forwarding(who.flow.session(), who.background);
    }

    private Forwarding.View seen() {
        forwarding.open();
        who.background.until(() -> !forwarding.view().activity().running());
        return forwarding.view();
    }

    @Test
    void it_is_complete_once_each_port_stands() {
        who.nas.station.forwards = Routers.half();
        assertThat(seen().complete()).isFalse();
        who.nas.station.forwards = Routers.all();
        assertThat(seen().complete()).isTrue();
        assertThat(forwarding.view().none()).isFalse();
    }

    @Test
    void where_everything_is_open_at_home_only_the_router_leads_nothing() {
        Map<Service, Port> home = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            Port port = Ports.STANDARD.of(service);
            home.put(service, new Port(port.number(), port.external(), Port.Open.LAN));
        }
        StationConfig running = who.nas.station.running().orElseThrow();
        who.nas.station.setConfig(running.withPorts(new Ports(home)));
        assertThat(seen().none()).isTrue();
        assertThat(forwarding.view().complete()).isFalse();
    }

    @Test
    void of_settings_that_cannot_be_read_nothing_is_said() {
        who.nas.station.setUnreadable();
        assertThat(seen().told()).isFalse();
        assertThat(forwarding.view().none()).isFalse();
        assertThat(forwarding.view().complete()).isFalse();
    }
}
