package org.mailstation.daemon.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailstation.control.StationEvent;
import org.mailstation.finding.Evidence;

class LetterWatchTest {
    private final List<StationEvent> told = new ArrayList<>();
    private final LetterWatch watch =
            new LetterWatch(Clock.fixed(Scenes.NOW, ZoneOffset.UTC), told::add);

    @Test
    void letters_that_got_out_are_counted_and_told_on() {
        StationEvent sent = new StationEvent.LetterSent(Scenes.NOW, "b@c.example", "mx", "<1>");
        watch.accept(sent);
        assertThat(watch.sent().lastDay()).isEqualTo(1);
        assertThat(told).containsExactly(sent);
    }

    @Test
    void only_letters_that_are_tried_again_wait() {
        watch.accept(
                new StationEvent.LetterReturned(Scenes.NOW, "a@b.example", "", "550 no", "<1>"));
        watch.accept(
                new StationEvent.LetterDelayed(
                        Scenes.NOW, "b@c.example", "mx", "450 wait", Scenes.NOW, "<2>"));
        assertThat(watch.refusals().waiting())
                .extracting(Evidence::answered)
                .containsExactly("450 wait");
        assertThat(watch.sent().lastDay()).isZero();
        assertThat(told).hasSize(2);
    }
}
