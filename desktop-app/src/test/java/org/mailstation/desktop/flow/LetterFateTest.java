package org.mailstation.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailstation.desktop.fake.Letters.of;
import static org.mailstation.desktop.fake.Letters.step;

import org.junit.jupiter.api.Test;
import org.mailstation.control.TraceStep;
import org.mailstation.control.TraceStep.Kind;
import org.mailstation.finding.Health;

class LetterFateTest {

    private static Health fate(TraceStep... steps) {
        return LetterFate.of(of("a@example.org", "b@example.net", "Hello", steps));
    }

    private static TraceStep now(Kind kind, String to) {
        return step(kind, to, "", "");
    }

    @Test
    void a_letter_of_which_nothing_more_was_heard_is_not_known() {
        assertThat(fate()).isEqualTo(Health.UNKNOWN);
        assertThat(fate(now(Kind.RULED, "b"))).isEqualTo(Health.UNKNOWN);
    }

    @Test
    void what_happened_last_counts() {
        assertThat(fate(now(Kind.QUEUED, "b"))).isEqualTo(Health.ATTENTION);
        assertThat(fate(now(Kind.QUEUED, "b"), now(Kind.DELAYED, "b"), now(Kind.SENT, "b")))
                .isEqualTo(Health.FINE);
        assertThat(fate(now(Kind.DELAYED, "b"), now(Kind.RETURNED, "b"))).isEqualTo(Health.BROKEN);
        assertThat(fate(now(Kind.DELIVERED, "b"), now(Kind.ANSWERED, "b"))).isEqualTo(Health.FINE);
    }

    @Test
    void the_worst_of_several_recipients_counts() {
        assertThat(fate(now(Kind.SENT, "b"), now(Kind.DELAYED, "c"), now(Kind.SENT, "d")))
                .isEqualTo(Health.ATTENTION);
        assertThat(fate(now(Kind.RETURNED, "b"), now(Kind.DELAYED, "c"), now(Kind.SENT, "d")))
                .isEqualTo(Health.BROKEN);
        assertThat(fate(now(Kind.DELAYED, "b"), now(Kind.RETURNED, "c"))).isEqualTo(Health.BROKEN);
    }
}
