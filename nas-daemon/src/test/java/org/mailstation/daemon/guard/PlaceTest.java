package org.mailstation.daemon.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.SocketException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64",
        "2001:db8:1:2::, 2001:db8:1:2::/64",
        "2001:db8:1:2::/64, 2001:db8:1:2::/64",
        "fe80::1%eth0, fe80:0:0:0::/64",
        "::ffff:192.0.2.1, 192.0.2.1",
        "?, ?",
        "host.example, host.example",
        "999.1.1.1, 999.1.1.1",
    })
    void an_address_is_named_by_its_household(String typed, String name) {
        assertThat(Place.nameOf(typed)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "192.168.77.5, true",
        "10.1.2.3, true",
        "172.31.0.1, true",
        "169.254.1.1, true",
        "fd00::1, true",
        "fe80::1, true",
        "::1, true",
        "2001:db8:77:1::9, true",
        "2001:db8:77:2::9, false",
        "44.128.1.1, false",
        "100.64.0.1, false",
    })
    void the_home_is_known(String address, boolean home) {
        byte[] own = InetAddress.ofLiteral("2001:db8:77:1::1").getAddress();
        HomeNetwork network =
                new HomeNetwork(() -> List.of(new HomeNetwork.Net(own, 64)), Clock.systemUTC());

        assertThat(Place.of(address, network).home()).isEqualTo(home);
    }

    @Test
    void a_network_card_that_cannot_be_read_makes_no_stranger_a_member_of_the_home() {
        HomeNetwork network =
                new HomeNetwork(
                        () -> {
                            throw new SocketException("no cards");
                        },
                        Clock.systemUTC());

        assertThat(network.test(InetAddress.ofLiteral("2001:db8::1"))).isFalse();
        assertThat(network.test(InetAddress.ofLiteral("192.168.1.1"))).isTrue();
    }
}
