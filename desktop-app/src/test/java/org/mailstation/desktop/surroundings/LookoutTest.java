package org.mailstation.desktop.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.mailstation.check.Identity;
import org.mailstation.check.Landmarks;
import org.mailstation.check.real.Portrait;
import org.mailstation.desktop.discovery.Discovered;
import org.mailstation.desktop.discovery.Discovery;
import org.mailstation.desktop.discovery.Found;
import org.mailstation.desktop.fake.HandDiscovery;
import org.mailstation.desktop.ssh.SshTarget;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.lan.Lan;
import org.mailstation.text.Text;

class LookoutTest {
    private static final SshTarget KNOWN = new SshTarget(Around.NAS, 22, "admin");
    private static final Portrait STATION =
            new Portrait(
                    Around.CONFIG, new Identity("ab", Around.v4(Around.NAS)), Landmarks.INTERNET);

    private final Around around = new Around();
    private List<Found> devices = List.of();
    private String sameKeyAt = "";

    private static Finding failure(String key) {
        return new Observation(
                        "nas",
                        Hop.NAS,
                        List.of(new Evidence(Vantage.PC, "sign in", key, Instant.EPOCH)))
                .fail(Severity.CRITICAL, Text.of(key, Around.NAS, "22", "10", "file"), null);
    }

    private Lookout lookout() {
        Discovery discovery =
                new Discovery() {
                    @Override
                    public Running start(Consumer<Discovered> onChange) {
                        return new Running() {
                            @Override
                            public void cancel() {}

                            @Override
                            public CompletableFuture<Discovered> done() {
                                return CompletableFuture.completedFuture(
                                        new Discovered(devices, List.of(), true));
                            }
                        };
                    }
                };
        return new Lookout(
                around,
                around::scene,
                discovery,
                (candidate, known) -> known.equals(KNOWN) && candidate.host().equals(sameKeyAt));
    }

    private String searched(String failure) throws InterruptedException {
        return lookout().search(KNOWN, failure(failure)).sentence().key();
    }

    @Test
    void a_nas_that_shows_its_key_at_another_address_has_moved() throws InterruptedException {
        devices = List.of(HandDiscovery.RASPBERRY, HandDiscovery.DISK_STATION);
        sameKeyAt = HandDiscovery.DISK_STATION.address();
        Finding found = lookout().search(KNOWN, failure("ssh.timed-out"));
        assertThat(found.sentence().key()).isEqualTo("nas.moved");
        assertThat(found.sentence().args()).containsExactly(sameKeyAt, Around.NAS);
        assertThat(searched("ssh.host-key-changed")).isEqualTo("nas.moved");
    }

    @Test
    void a_nas_that_nobody_has_seen_is_off_or_asleep() throws InterruptedException {
        devices = List.of(HandDiscovery.RASPBERRY);
        assertThat(searched("ssh.timed-out")).isEqualTo("nas.gone");
        assertThat(searched("ssh.no-route")).isEqualTo("nas.gone");
    }

    @Test
    void a_nas_that_answers_without_ssh_or_with_another_key_is_not_called_off()
            throws InterruptedException {
        assertThat(searched("ssh.refused")).isEqualTo("ssh.refused");
        assertThat(searched("ssh.host-key-changed")).isEqualTo("ssh.host-key-changed");
    }

    @Test
    void a_pc_in_another_network_behind_another_address_is_away() throws InterruptedException {
        around.lans = List.of(new Lan(Around.v4("172.20.10.2"), 28));
        around.seenAs = "203.0.113.9";
        Finding away = Objects.requireNonNull(lookout().away(STATION, "", failure("ssh.no-route")));
        assertThat(away.severity()).isEqualTo(Severity.INFORMATION);
        assertThat(away.sentence().args()).containsExactly("203.0.113.9", "198.51.100.7");
    }

    @Test
    void a_pc_in_the_guests_network_of_the_same_line_is_not_away() throws InterruptedException {
        around.lans = List.of(new Lan(Around.v4("192.168.189.2"), 24));
        assertThat(lookout().away(STATION, "", failure("ssh.no-route"))).isNull();
    }

    @Test
    void a_pc_behind_the_address_that_the_home_had_last_is_at_home_though_the_name_is_old()
            throws InterruptedException {
        around.lans = List.of(new Lan(Around.v4("192.168.189.2"), 24));
        around.seenAs = "203.0.113.9";
        assertThat(lookout().away(STATION, "203.0.113.9", failure("ssh.no-route"))).isNull();
    }

    @Test
    void where_a_computer_is_is_told_by_its_network_or_by_its_address()
            throws InterruptedException {
        assertThat(lookout().whereabouts(STATION, "").home()).isTrue();
        around.lans = List.of(new Lan(Around.v4("172.20.10.2"), 28));
        assertThat(lookout().whereabouts(STATION, "").home()).isTrue();
        around.seenAs = "203.0.113.9";
        assertThat(lookout().whereabouts(STATION, "").home()).isFalse();
        assertThat(lookout().whereabouts(STATION, "").here()).isEqualTo("203.0.113.9");
    }

    @Test
    void a_pc_in_the_network_of_the_nas_is_at_home_whatever_others_see()
            throws InterruptedException {
        around.seenAs = "203.0.113.9";
        assertThat(lookout().away(STATION, "", failure("ssh.timed-out"))).isNull();
    }
}
