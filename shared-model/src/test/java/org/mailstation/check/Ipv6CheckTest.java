package org.mailstation.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Severity;
import org.mailstation.probe.DoorAnswer;
import org.mailstation.records.ReverseNames;

class Ipv6CheckTest {
    private static final InetAddress SIX = InetAddress.ofLiteral("2001:db8::7");
    private static final InetSocketAddress DOOR = new InetSocketAddress(SIX, 25);

    private World world;

    @BeforeEach
    void start() throws IOException {
        world = new World().healthy();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private List<String> found() throws InterruptedException {
        return new Ipv6Check()
                .look(world.scene()).stream()
                        .map(one -> one.verdict() + " " + one.sentence().key())
                        .toList();
    }

    @Test
    void a_name_without_ipv6_needs_none() throws InterruptedException {
        assertThat(found()).containsExactly("NOT_APPLICABLE dns.address6.none");
    }

    @Test
    void the_station_is_known_by_its_key() throws InterruptedException {
        world.publishes("mail.example.org", "AAAA", "2001:db8::7")
                .publishes(ReverseNames.of(SIX), "PTR", "mail.example.org.");
        world.doors.put(DOOR, World.secured(World.KEY));
        assertThat(found()).containsExactly("PASS dns.address6.ok", "PASS dns.reverse.ok");
        world.doors.put(DOOR, World.secured("00"));
        assertThat(found()).startsWith("FAIL dns.address6.other");
        world.identity = Identity.UNKNOWN;
        assertThat(found()).startsWith("UNKNOWN dns.address6.unknown");
    }

    @Test
    void an_address_where_nobody_answers_holds_letters_up() throws InterruptedException {
        world.publishes("mail.example.org", "AAAA", "2001:db8::7");
        assertThat(found()).containsExactly("FAIL dns.address6.closed", "WARN dns.reverse6.none");
    }

    @Test
    void a_home_without_ipv6_cannot_tell() throws InterruptedException {
        world.publishes("mail.example.org", "AAAA", "2001:db8::7");
        world.doors.put(DOOR, new DoorAnswer.NoWay("network is unreachable"));
        Finding first = new Ipv6Check().look(world.scene()).getFirst();
        assertThat(first.sentence().key()).isEqualTo("dns.address6.unknown");
        assertThat(first.severity()).isEqualTo(Severity.INFORMATION);
    }

    @Test
    void an_address_of_the_home_network_is_a_fault() throws InterruptedException {
        world.publishes("mail.example.org", "AAAA", "fd00::7");
        assertThat(found()).startsWith("FAIL dns.address6.private");
    }
}
