package org.mailstation.desktop.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailstation.desktop.discovery.Addresses.ip;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnowledgeTest {
    private static final SshAnswer ANSWERS = new SshAnswer.Answers(22, "OpenSSH_8.2");

    private final Knowledge knowledge = new Knowledge();

    @Test
    void what_three_channels_tell_of_one_unit_is_one_line() {
        knowledge.heard(
                Sighting.at(Channel.SSDP, ip("192.168.77.10"))
                        .kind(Kind.SYNOLOGY)
                        .named("Disk Station of the family")
                        .model("DS220+")
                        .macs(Set.of("00:11:32:aa:bb:cc")));
        knowledge.heard(
                Sighting.at(Channel.MDNS, ip("192.168.77.10"))
                        .kind(Kind.SYNOLOGY)
                        .named("DiskStation")
                        .serial("2150")
                        .macs(Set.of("00:11:32:aa:bb:cc", "00:11:32:aa:bb:cd"))
                        .sshPort(22));
        knowledge.heard(
                Sighting.at(Channel.FINDER, ip("192.168.77.11"))
                        .kind(Kind.SYNOLOGY)
                        .system("DSM 7.2-69057")
                        .serial("2150")
                        .macs(Set.of("00:11:32:aa:bb:cd")));
        knowledge.sshTold(new InetSocketAddress(ip("192.168.77.11"), 22), ANSWERS);

        assertThat(knowledge.found())
                .containsExactly(
                        new Found(
                                0,
                                Kind.SYNOLOGY,
                                "DiskStation",
                                "DS220+",
                                "DSM 7.2-69057",
                                "2150",
                                List.of("00:11:32:aa:bb:cc", "00:11:32:aa:bb:cd"),
                                List.of("192.168.77.11", "192.168.77.10"),
                                ANSWERS,
                                List.of(Channel.FINDER, Channel.MDNS, Channel.SSDP)));
    }

    @ParameterizedTest(name = "{0}, ruled out {1}, SSH {2}: {3}")
    @CsvSource({
        // what it says it is, whether it said to be none, what SSH says, shown as
        "SYNOLOGY, false, -,                     SYNOLOGY",
        "SYNOLOGY, true,  -,                     SYNOLOGY", // a server of media on it is no NAS
        "QNAP,     false, refuses,               QNAP",
        ",         false, -,                     ",
        ",         false, refuses,               ",
        ",         false, OpenSSH_9.2p1 Debian,  LINUX",
        ",         false, dropbear_2022.83,      LINUX",
        ",         true,  dropbear_2022.83,      ", // a router
        ",         false, OpenSSH_for_Windows_9.5, ",
    })
    void shown_is_what_may_carry_the_service(
            Kind kind, boolean ruledOut, String ssh, Kind expected) {
        knowledge.heard(
                Sighting.at(Channel.MDNS, ip("192.168.77.10")).kind(kind).ruledOut(ruledOut));
        if (!ssh.equals("-")) {
            knowledge.sshTold(
                    new InetSocketAddress(ip("192.168.77.10"), 22),
                    ssh.equals("refuses")
                            ? new SshAnswer.Refuses(22)
                            : new SshAnswer.Answers(22, ssh));
        }
        assertThat(knowledge.found().stream().map(Found::kind).toList())
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void ssh_is_looked_for_where_it_was_announced_and_at_each_address() {
        knowledge.heard(Sighting.at(Channel.MDNS, ip("192.168.77.10")).serial("A").sshPort(2222));
        knowledge.heard(Sighting.at(Channel.FINDER, ip("192.168.77.11")).serial("A"));
        knowledge.heard(Sighting.at(Channel.SSDP, ip("192.168.77.12")));
        knowledge.heard(Sighting.at(Channel.SSDP, ip("192.168.77.1")).ruledOut(true));

        assertThat(knowledge.sshPlaces())
                .containsExactlyInAnyOrder(
                        new InetSocketAddress(ip("192.168.77.10"), 2222),
                        new InetSocketAddress(ip("192.168.77.11"), 2222),
                        new InetSocketAddress(ip("192.168.77.12"), 22));
    }

    @Test
    void a_unit_without_an_answer_by_ssh_is_shown_while_that_is_not_known() {
        knowledge.heard(Sighting.at(Channel.MDNS, ip("192.168.77.10")).kind(Kind.SYNOLOGY));
        assertThat(knowledge.found().getFirst().ssh()).isEqualTo(new SshAnswer.Pending());
    }

    @Test
    void a_crowd_of_liars_does_not_grow_without_end() {
        for (int i = 0; i < 2000; i++) {
            knowledge.heard(
                    Sighting.at(Channel.MDNS, Addresses.bytes(10, 0, i / 256, i % 256))
                            .kind(Kind.SYNOLOGY));
        }
        assertThat(knowledge.found()).hasSize(256);
    }
}
