package org.mailstation.lan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.SocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanTest {

    @ParameterizedTest
    @CsvSource({
        "192.168.77.20, 24, 192.168.77.10,  true",
        "192.168.77.20, 24, 192.168.78.10,  false",
        "192.168.77.20, 23, 192.168.76.1,   true",
        "10.1.2.3,       8, 10.200.0.1,     true",
        "10.1.2.3,       8, 11.0.0.1,       false",
        "192.168.77.20, 32, 192.168.77.20,  true",
        "192.168.77.20, 32, 192.168.77.21,  false",
        "200.1.2.3,      1, 224.0.0.251,    false",
        "192.168.77.20, 24, fe80::1,        false",
    })
    void a_neighbour_is_one_in_the_same_network(
            String own, int prefix, String other, boolean neighbour) {
        assertThat(new Lan(ip(own), prefix).contains(InetAddress.ofLiteral(other)))
                .isEqualTo(neighbour);
    }

    private static Inet4Address ip(String literal) {
        return (Inet4Address) InetAddress.ofLiteral(literal);
    }

    @Test
    void a_network_without_a_size_cannot_be_made() {
        assertThatThrownBy(() -> new Lan(ip("10.0.0.1"), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "eth0,       eth0,                              false",
        "wlp3s0,     wlp3s0,                            false",
        "br0,        br0,                               false",
        "en0,        en0,                               false",
        "wireless_32768, Intel(R) Wi-Fi 6 AX201,        false",
        "tun0,       tun0,                              true",
        "utun4,      utun4,                             true",
        "wg0,        wg0,                               true",
        "ethernet_9, TAP-Windows Adapter V9,            true",
        "ethernet_7, Cisco AnyConnect VPN Adapter,      true",
        "ethernet_5, WireGuard Tunnel,                  true",
    })
    void tunnels_are_known_by_their_names(String name, String shown, boolean tunnel) {
        assertThat(LocalLans.looksLikeTunnel(name, shown)).isEqualTo(tunnel);
    }

    @Test
    void loopback_is_no_home_network() throws SocketException {
        assertThat(LocalLans.now()).noneMatch(lan -> lan.address().isLoopbackAddress());
    }
}
