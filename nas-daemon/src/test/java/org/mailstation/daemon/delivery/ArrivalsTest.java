package org.mailstation.daemon.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @TempDir Path folder;

    private Arrivals open() {
        return new Arrivals(folder.resolve("arrived"), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void the_last_letter_from_the_internet_outlives_the_process() {
        Arrivals arrivals = open();
        assertThat(arrivals.last()).isNull();
        arrivals.delivered(InetAddress.ofLiteral("203.0.113.9"));
        assertThat(arrivals.last()).isEqualTo(new Arrivals.Arrival(NOW, "203.0.113.9"));
        assertThat(open().last()).isEqualTo(arrivals.last());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "192.168.1.1",
                "172.17.0.1",
                "100.64.3.4",
                "169.254.1.1",
                "::1",
                "fe80::1",
                "fd00::5"
            })
    void who_is_near_does_not_come_from_the_internet(String address) {
        Arrivals arrivals = open();
        arrivals.delivered(InetAddress.ofLiteral(address));
        arrivals.delivered(InetAddress.ofLiteral(address));
        assertThat(arrivals.last()).isNull();
        assertThat(arrivals.fromNearby()).hasSize(1).containsValue(2);
        assertThat(folder.resolve("arrived")).doesNotExist();
    }

    @Test
    void also_a_stranger_over_ipv6_is_one() {
        Arrivals arrivals = open();
        arrivals.delivered(InetAddress.ofLiteral("2001:db8::25"));
        assertThat(arrivals.last()).isNotNull();
        assertThat(arrivals.fromNearby()).isEqualTo(Map.of());
    }

    @Test
    void the_disk_does_not_hear_of_every_letter() throws IOException {
        Arrivals arrivals = open();
        arrivals.delivered(InetAddress.ofLiteral("203.0.113.9"));
        arrivals.delivered(InetAddress.ofLiteral("203.0.113.10"));
        assertThat(Files.readString(folder.resolve("arrived"))).endsWith(" 203.0.113.9\n");
    }

    @Test
    void a_damaged_file_is_as_none() throws IOException {
        Files.writeString(folder.resolve("arrived"), "yesterday");
        assertThat(open().last()).isNull();
    }
}
