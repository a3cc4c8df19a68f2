package org.mailstation.daemon.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mailstation.check.Check;
import org.mailstation.check.Identity;
import org.mailstation.check.Landmarks;
import org.mailstation.check.PublicLine;
import org.mailstation.check.PublicNames;
import org.mailstation.check.Scene;
import org.mailstation.config.Account;
import org.mailstation.config.StationConfig;
import org.mailstation.ddns.update.Web;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;
import org.mailstation.finding.Vantage;
import org.mailstation.probe.Dns;
import org.mailstation.probe.DnsAnswer;
import org.mailstation.probe.DnsReply;
import org.mailstation.probe.DoorAnswer;
import org.mailstation.probe.NameServer;
import org.mailstation.probe.Referral;
import org.mailstation.probe.TimeServers;

/** A NAS in a world that the test decides about. */
final class Scenes {
    static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    static final String KEY = "5a".repeat(32);

    final Map<InetSocketAddress, DoorAnswer> doors = new HashMap<>();
    final Map<String, List<String>> addresses = new HashMap<>();
    StationConfig config =
            StationConfig.minimal(
                    "mail.example.org",
                    "example.org",
                    List.of(new Account("anna@example.org", "Anna", 0, true)));
    Identity identity = new Identity(KEY, InetAddress.ofLiteral("192.168.1.5"));

    Scene scene() {
        Landmarks landmarks = new Landmarks(List.of("9.9.9.9", "1.1.1.1"), List.of());
        return new Scene(
                Vantage.NAS,
                config,
                identity,
                landmarks,
                new PublicNames(new OneServer(this), landmarks),
                (_, where, _, _) -> doors.getOrDefault(where, new DoorAnswer.Silent()),
                () -> new PublicLine.Known(InetAddress.ofLiteral("198.51.100.7"), List.of()),
                _ -> new TimeServers.Told(Duration.ZERO),
                _ -> new Web.Answer.None("no way"),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    List<Finding> all(Check check) throws InterruptedException {
        List<Finding> found = check.look(scene());
        assertThat(found)
                .as("a finding is called after its check")
                .allMatch(one -> one.check().split(":", 2)[0].equals(check.name()));
        return found;
    }

    Finding look(Check check) throws InterruptedException {
        List<Finding> found = all(check);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    static void expect(Finding finding, Health health, String sentence) {
        assertThat(finding.sentence().key()).isEqualTo(sentence);
        assertThat(Health.of(List.of(finding))).as(finding.toString()).isEqualTo(health);
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            assertThat(finding.sentence().in(language))
                    .doesNotContain(sentence)
                    .doesNotContainPattern("\\{\\d");
            if (finding.remedy() != null) {
                String key = finding.remedy().text().key();
                assertThat(finding.remedy().text().in(language))
                        .doesNotContain(key)
                        .doesNotContainPattern("\\{\\d");
            }
        }
    }

    /** Whoever is asked, there is one that knows the test's addresses. */
    private record OneServer(Scenes scenes) implements Dns {
        @Override
        public NameServer here() {
            return question -> {
                List<String> values =
                        scenes.addresses.getOrDefault(
                                question.name() + " " + question.type(), List.of());
                DnsAnswer answer =
                        values.isEmpty()
                                ? new DnsAnswer.NoSuchName()
                                : new DnsAnswer.Records(values, Duration.ofHours(1), List.of());
                return new DnsReply("9.9.9.9", question, answer, true, false);
            };
        }

        @Override
        public NameServer resolver(InetAddress server) {
            return here();
        }

        @Override
        public NameServer authority(InetAddress server) {
            return here();
        }

        @Override
        public Referral refer(InetAddress server, String zone) {
            return Referral.untold(zone);
        }
    }
}
