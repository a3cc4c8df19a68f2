package org.mailstation.desktop.way;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailstation.config.Service;
import org.mailstation.desktop.fake.FakeStation;
import org.mailstation.desktop.fake.Family;
import org.mailstation.desktop.fake.Found;
import org.mailstation.desktop.fake.HandLook;
import org.mailstation.desktop.flow.Sighting;
import org.mailstation.desktop.remote.StationFailure;
import org.mailstation.diagnosis.CheckReport;
import org.mailstation.diagnosis.View;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.text.Text;

class LetterWayTest {
    private static final Sighting.Seen BEFORE = seen(HandLook.WHEN.minusSeconds(30));

    private static Sighting.Seen seen(Instant at) {
        FakeStation station = new FakeStation();
        station.setConfig(Family.config("example.org", "Alex"));
        return new Sighting.Seen(station.status(), at);
    }

    private static LetterWay way(Sighting sighting, List<Finding> findings) {
        CheckReport report =
                CheckReport.of(
                        HandLook.WHEN, HandLook.WHEN, List.of(new View(Vantage.NAS, findings)));
        return LetterWay.of(Overview.of(report, sighting));
    }

    private static Health at(LetterWay way, Spot spot) {
        return way.place(spot).health();
    }

    private static Health at(LetterWay way, Service service, boolean outer) {
        return way.doors().stream()
                .filter(door -> door.service() == service && door.outer() == outer)
                .findFirst()
                .orElseThrow()
                .health();
    }

    @Test
    void in_a_healthy_home_every_place_and_port_that_was_looked_at_is_fine() {
        LetterWay way = way(BEFORE, Found.healthy());
        assertThat(way.places()).extracting(Place::health).containsOnly(Health.FINE);
        assertThat(way.doors()).extracting(Door::health).containsOnly(Health.FINE);
        assertThat(way.doors().stream().filter(Door::outer).map(Door::port))
                .containsExactly(25, 465, 993);
        assertThat(way.doors().stream().filter(door -> !door.outer())).hasSize(7);
    }

    @Test
    void only_the_culprit_s_place_is_broken_and_what_follows_cannot_be_told() {
        LetterWay way = way(BEFORE, Found.healthyBut(Found.down("smtp", 25), Found.closed()));
        assertThat(at(way, Spot.DAEMON)).isEqualTo(Health.BROKEN);
        assertThat(at(way, Spot.ROUTER)).isEqualTo(Health.UNKNOWN);
        assertThat(at(way, Spot.DNS)).isEqualTo(Health.FINE);
        assertThat(at(way, Service.SMTP, false)).isEqualTo(Health.BROKEN);
        assertThat(at(way, Service.SMTP, true)).isEqualTo(Health.UNKNOWN);
        assertThat(at(way, Service.IMAPS, true)).isEqualTo(Health.FINE);
    }

    @Test
    void a_port_that_is_closed_at_the_line_is_broken_there_and_fine_at_the_nas() {
        LetterWay way = way(BEFORE, Found.healthyBut(Found.closed()));
        assertThat(at(way, Service.SMTP, true)).isIn(Health.BROKEN, Health.UNKNOWN);
        assertThat(at(way, Service.SMTP, false)).isEqualTo(Health.FINE);
        assertThat(at(way, Spot.DAEMON)).isEqualTo(Health.FINE);
    }

    @Test
    void a_culprit_that_was_only_concluded_stands_at_its_place() {
        Finding reach = Found.closed();
        LetterWay way = way(BEFORE, Found.healthyBut(reach));
        assertThat(way.places().stream().filter(place -> place.health() == Health.BROKEN))
                .as("one place, whichever was concluded")
                .hasSize(1);
    }

    @Test
    void where_nobody_looked_nothing_is_claimed() {
        LetterWay way = way(BEFORE, List.of(Found.pass("dns.mx", Hop.DNS)));
        assertThat(at(way, Spot.PROVIDER)).isEqualTo(Health.UNKNOWN);
        assertThat(at(way, Spot.DNS)).isEqualTo(Health.FINE);
        assertThat(at(way, Service.SMTP, true)).isEqualTo(Health.UNKNOWN);
    }

    @Test
    void a_home_without_ddns_is_told_from_one_where_it_could_not_be_asked() {
        assertThat(way(BEFORE, Found.healthy()).place(Spot.DDNS).used()).isFalse();
        Place unasked = way(BEFORE, List.of()).place(Spot.DDNS);
        assertThat(unasked.used()).isTrue();
        assertThat(unasked.health()).isEqualTo(Health.UNKNOWN);
        Place broken =
                way(
                                BEFORE,
                                Found.healthyBut(
                                        Found.fail(
                                                "ddns.update",
                                                Hop.DDNS,
                                                Severity.ERROR,
                                                Text.of("ddns.no-secret", "No-IP", "x"),
                                                null)))
                        .place(Spot.DDNS);
        assertThat(broken.used()).isTrue();
        assertThat(broken.health()).isEqualTo(Health.BROKEN);
    }

    @Test
    void of_a_nas_that_fell_silent_nothing_is_known_but_the_names_stay() {
        Sighting silent =
                new Sighting.Silent(
                        new StationFailure.NoAnswer("nas", 20),
                        HandLook.WHEN.plusSeconds(60),
                        HandLook.WHEN.plusSeconds(75),
                        BEFORE);
        LetterWay way = way(silent, Found.healthy());
        assertThat(at(way, Spot.STATION)).isEqualTo(Health.UNKNOWN);
        assertThat(at(way, Spot.MAILBOX)).isEqualTo(Health.UNKNOWN);
        assertThat(at(way, Spot.DNS)).isEqualTo(Health.FINE);
        assertThat(at(way, Service.IMAPS, false)).isEqualTo(Health.UNKNOWN);
    }

    @Test
    void the_worst_at_a_place_is_listed_first() {
        LetterWay way =
                way(
                        BEFORE,
                        Found.healthyBut(Found.down("smtp", 25), Found.warn("queue", Hop.DAEMON)));
        assertThat(way.place(Spot.DAEMON).findings())
                .extracting(Finding::check)
                .startsWith("listener.smtp", "queue");
    }

    @Test
    void every_hop_has_a_place() {
        for (Hop hop : Hop.values()) {
            assertThat(Spot.of(hop)).isNotNull();
        }
    }
}
