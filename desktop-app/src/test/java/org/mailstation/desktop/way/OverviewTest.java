package org.mailstation.desktop.way;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mailstation.desktop.fake.FakeStation;
import org.mailstation.desktop.fake.Family;
import org.mailstation.desktop.fake.Found;
import org.mailstation.desktop.fake.HandLook;
import org.mailstation.desktop.flow.Sighting;
import org.mailstation.desktop.remote.StationFailure;
import org.mailstation.desktop.words.Words;
import org.mailstation.diagnosis.CheckReport;
import org.mailstation.diagnosis.View;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Vantage;

class OverviewTest {
    private static final Words WORDS = new Words(Locale.ENGLISH, ZoneOffset.UTC);
    private static final Instant LATER = HandLook.WHEN.plusSeconds(60);

    private static CheckReport report(Finding... findings) {
        return CheckReport.of(
                HandLook.WHEN, HandLook.WHEN, List.of(new View(Vantage.NAS, List.of(findings))));
    }

    private static Sighting.Seen seen(Instant at, Finding... findings) {
        FakeStation station = new FakeStation();
        station.setConfig(Family.config("example.org", "Alex"));
        station.findings = List.of(findings);
        return new Sighting.Seen(station.status(), at);
    }

    private static Sighting silentSince(Instant since) {
        return new Sighting.Silent(
                new StationFailure.NoAnswer("nas", 20), since, since.plusSeconds(15), null);
    }

    @Test
    void before_the_first_check_the_daemon_s_own_word_counts() {
        Overview now = Overview.of(null, seen(LATER, Found.pass("listener.smtp", Hop.DAEMON)));
        assertThat(now.health()).isEqualTo(Health.FINE);
        assertThat(now.sentence(WORDS)).isEqualTo("Mail is running at mail.example.org");
    }

    @Test
    void a_check_says_what_is_wrong_and_a_daemon_that_is_well_does_not_hide_it() {
        Overview now =
                Overview.of(
                        report(Found.closed(), Found.pass("listener.smtp", Hop.DAEMON)),
                        seen(LATER, Found.pass("listener.smtp", Hop.DAEMON)));
        assertThat(now.health()).isEqualTo(Health.BROKEN);
        assertThat(now.sentence(WORDS)).startsWith("The Internet does not reach your station");
    }

    @Test
    void what_the_daemon_says_later_replaces_what_the_check_saw_of_the_same() {
        Overview broken =
                Overview.of(
                        report(Found.pass("listener.smtp", Hop.DAEMON)),
                        seen(LATER, Found.down("smtp", 25)));
        assertThat(broken.health()).isEqualTo(Health.BROKEN);
        Overview mended =
                Overview.of(
                        report(Found.down("smtp", 25)),
                        seen(LATER, Found.pass("listener.smtp", Hop.DAEMON)));
        assertThat(mended.health()).isEqualTo(Health.FINE);
    }

    @Test
    void what_the_daemon_said_before_the_check_is_over() {
        Overview now =
                Overview.of(
                        report(Found.pass("listener.smtp", Hop.DAEMON)),
                        seen(HandLook.WHEN.minusSeconds(60), Found.down("smtp", 25)));
        assertThat(now.health()).isEqualTo(Health.FINE);
    }

    @Test
    void a_nas_that_falls_silent_after_the_check_is_not_called_fine_any_more() {
        Overview now =
                Overview.of(report(Found.pass("listener.smtp", Hop.DAEMON)), silentSince(LATER));
        assertThat(now.silent()).isTrue();
        assertThat(now.health()).isEqualTo(Health.UNKNOWN);
        assertThat(now.sentence(WORDS)).startsWith("The Disk Station has not answered since");
    }

    @Test
    void a_check_made_while_the_nas_is_silent_says_more_than_the_silence() {
        Overview now =
                Overview.of(report(Found.closed()), silentSince(HandLook.WHEN.minusSeconds(60)));
        assertThat(now.silent()).isFalse();
        assertThat(now.health()).isEqualTo(Health.BROKEN);
    }

    @Test
    void the_same_culprit_at_another_time_is_no_news_but_another_culprit_is() {
        Overview first = Overview.of(report(Found.closed()), seen(LATER));
        Overview same = Overview.of(report(Found.closed()), seen(LATER.plusSeconds(60)));
        Overview other = Overview.of(report(Found.down("imaps", 993)), seen(LATER));
        assertThat(same.newsAfter(first)).isFalse();
        assertThat(other.newsAfter(first)).isTrue();
        assertThat(Overview.of(report(Found.closed()), silentSince(LATER)).newsAfter(first))
                .isTrue();
    }
}
