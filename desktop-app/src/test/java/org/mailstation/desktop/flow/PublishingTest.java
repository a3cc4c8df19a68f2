package org.mailstation.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailstation.desktop.fake.Family;
import org.mailstation.desktop.fake.HandTimer;
import org.mailstation.desktop.fake.Lines;
import org.mailstation.records.ComparedRecords;
import org.mailstation.records.Comparison;

class PublishingTest {

    private static final ComparedRecords OPEN = Lines.records(Family.config("example.org", "Alex"));

    private final Traveller who = new Traveller();
    private final HandTimer timer = new HandTimer();
    private Publishing publishing;

    @BeforeEach
    void signIn() {
        who.toHome();
        publishing = new Publishing(who.flow.session(), who.background, timer);
        who.nas.station.records = OPEN;
    }

    private static ComparedRecords done() {
        List<Comparison> list =
                OPEN.list().stream()
                        .map(
                                one ->
                                        new Comparison(
                                                one.wanted(),
                                                Comparison.State.MATCHES,
                                                List.of(one.wanted().value())))
                        .toList();
        return new ComparedRecords(list, List.of());
    }

    private void rest() {
        who.background.until(() -> !publishing.view().activity().running());
    }

    @Test
    void records_are_asked_for_again_until_all_are_there() {
        publishing.watch();
        rest();
        assertThat(publishing.view().records()).isEqualTo(OPEN);
        assertThat(timer.waiting()).isEqualTo(1);

        who.nas.station.records = done();
        timer.pass(Duration.ofSeconds(20));
        who.background.until(() -> done().equals(publishing.view().records()));
        rest();
        assertThat(timer.waiting()).isZero();
    }

    @Test
    void nobody_is_asked_when_nobody_looks() {
        publishing.watch();
        rest();
        publishing.leave();
        assertThat(timer.waiting()).isZero();
    }
}
