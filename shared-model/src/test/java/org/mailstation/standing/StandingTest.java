package org.mailstation.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {
    private static Inet4Address ip(String literal) {
        return (Inet4Address) InetAddress.ofLiteral(literal);
    }

    /** {@code -}: could not be asked; {@code none}: says that there is none. */
    private static Told told(Source source, String what) {
        return switch (what) {
            case "-" -> new Told.Nothing(source, "no answer");
            case "none" -> new Told.None(source);
            default -> new Told.Address(source, ip(what));
        };
    }

    private static String words(Standing standing) {
        return switch (standing) {
            case Standing.Public(var address) -> "public " + text(address);
            case Standing.Direct(var address) -> "direct " + text(address);
            case Standing.CarrierNat(var inside, var shared) ->
                    "cgnat " + text(inside) + " " + text(shared);
            case Standing.DsLite(var shared) -> "ds-lite " + text(shared);
            case Standing.DoubleNat(var inner, var outer) ->
                    "double " + text(inner) + " " + text(outer);
            case Standing.Disagreement(var all) ->
                    "differ"
                            + all.stream()
                                    .map(one -> " " + one.source() + "=" + text(one.address()))
                                    .reduce("", String::concat);
            case Standing.SeenOnly(var seen) -> "seen " + text(seen);
            case Standing.Unknown() -> "unknown";
        };
    }

    private static String text(InetAddress address) {
        return address == null ? "?" : address.getHostAddress();
    }

    @ParameterizedTest
    @CsvSource({
        // own,          router,         STUN,         HTTP,         DNS,          standing
        "192.168.77.10,  203.0.113.7,    203.0.113.7,  203.0.113.7,  203.0.113.7,  public 203.0.113.7",
        "192.168.77.10,  203.0.113.7,    -,            -,            -,            public 203.0.113.7",
        "192.168.77.10,  203.0.113.7,    -,            -,            203.0.113.7,  public 203.0.113.7",
        "192.168.77.10,  -,              203.0.113.7,  -,            -,            seen 203.0.113.7",
        "192.168.77.10,  -,              -,            -,            -,            unknown",
        // CGNAT
        "192.168.77.10,  100.64.0.1,     203.0.113.7,  -,            -,            cgnat 100.64.0.1 203.0.113.7",
        "192.168.77.10,  100.127.255.9,  -,            -,            -,            cgnat 100.127.255.9 ?",
        "192.168.77.10,  100.128.0.1,    -,            -,            -,            public 100.128.0.1",
        "192.168.77.10,  100.63.255.255, -,            -,            -,            public 100.63.255.255",
        // DS-Lite
        "192.168.77.10,  192.0.0.2,      203.0.113.7,  -,            -,            ds-lite 203.0.113.7",
        "192.168.77.10,  192.0.0.2,      -,            -,            -,            ds-lite ?",
        "192.168.77.10,  none,           203.0.113.7,  -,            -,            ds-lite 203.0.113.7",
        "192.168.77.10,  none,           -,            -,            -,            unknown",
        // a second router
        "192.168.77.10,  192.168.1.50,   203.0.113.7,  -,            -,            double 192.168.1.50 203.0.113.7",
        "192.168.77.10,  10.0.0.2,       -,            -,            -,            double 10.0.0.2 ?",
        "192.168.77.10,  172.31.255.255, -,            -,            -,            double 172.31.255.255 ?",
        "192.168.77.10,  172.32.0.1,     -,            -,            -,            public 172.32.0.1",
        // no router before this computer
        "203.0.113.7,    -,              203.0.113.7,  -,            -,            direct 203.0.113.7",
        "203.0.113.7,    203.0.113.7,    -,            -,            -,            direct 203.0.113.7",
        "203.0.113.7,    -,              -,            -,            -,            direct 203.0.113.7",
        // they do not agree
        "192.168.77.10,  203.0.113.7,    203.0.113.9,  -,            -,            differ ROUTER=203.0.113.7 STUN=203.0.113.9",
        "192.168.77.10,  203.0.113.7,    203.0.113.7,  203.0.113.9,  -,            differ STUN=203.0.113.7 HTTP=203.0.113.9",
        "192.168.77.10,  -,              -,            203.0.113.7,  203.0.113.9,  differ HTTP=203.0.113.7 DNS=203.0.113.9",
        // what cannot be an address of a line says nothing
        "192.168.77.10,  203.0.113.7,    192.168.77.1, 127.0.0.1,    100.64.1.1,   public 203.0.113.7",
        "192.168.77.10,  169.254.1.1,    203.0.113.7,  -,            -,            seen 203.0.113.7",
        "192.168.77.10,  0.0.0.0,        -,            -,            -,            unknown",
        "192.168.77.10,  127.0.0.1,      -,            -,            -,            unknown",
        "192.168.77.10,  239.1.2.3,      203.0.113.7,  -,            -,            seen 203.0.113.7",
    })
    void evidence_makes_a_standing(
            String own, String router, String stun, String http, String dns, String expected) {
        List<Told> told = new ArrayList<>();
        told.add(told(Source.DNS, dns)); // the order does not matter
        told.add(told(Source.HTTP, http));
        told.add(told(Source.STUN, stun));
        told.add(told(Source.ROUTER, router));
        assertThat(words(Standing.of(List.of(ip("127.0.0.1"), ip(own)), told))).isEqualTo(expected);
    }

    @Test
    void without_any_evidence_nothing_is_known() {
        assertThat(Standing.of(List.of(), List.of())).isEqualTo(new Standing.Unknown());
        assertThat(
                        Standing.of(
                                List.of(InetAddress.ofLiteral("2001:db8::1"), ip("10.0.0.9")),
                                List.of()))
                .isEqualTo(new Standing.Unknown());
    }

    @Test
    void only_the_first_word_of_a_source_counts() {
        assertThat(
                        Standing.of(
                                List.of(),
                                List.of(
                                        told(Source.STUN, "203.0.113.7"),
                                        told(Source.STUN, "203.0.113.9"))))
                .isEqualTo(new Standing.SeenOnly(ip("203.0.113.7")));
    }
}
