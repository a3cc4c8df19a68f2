package org.mailstation.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.mailstation.control.Trace;
import org.mailstation.control.TraceRequest;
import org.mailstation.control.Traces;
import org.mailstation.control.WaitingLetter;
import org.mailstation.desktop.fake.FakeMeans;
import org.mailstation.desktop.fake.FakeStation;
import org.mailstation.desktop.fake.HandLook;
import org.mailstation.desktop.fake.Letters;
import org.mailstation.desktop.remote.StationFailure;
import org.mailstation.text.Text;

class MailFlowTest {

    private final Traveller traveller = new Traveller();
    private final FakeStation station = traveller.nas.station;
    private final MailFlow letters;

    MailFlowTest() {
        traveller.toHome();
        letters =
                Care.of(
                                traveller.background,
                                traveller.flow.session(),
                                FakeMeans.of(new HandLook()))
                        .letters();
        Letters.onto(station.desk);
    }

    private MailFlow.View rest() {
        traveller.background.until(() -> !letters.view().activity().running());
        return letters.view();
    }

    private Traces found() {
        return Objects.requireNonNull(rest().found());
    }

    @Test
    void who_comes_to_look_sees_the_newest_letters() {
        assertThat(letters.view().found()).isNull();
        letters.open();
        assertThat(found().letters()).isEqualTo(Letters.all());
        assertThat(rest().searched()).isFalse();
    }

    @Test
    void a_search_asks_for_what_was_typed_without_the_blanks_around_it() {
        letters.search(" grandma ", "", "", "");
        assertThat(found().letters())
                .extracting(Trace::subject)
                .containsExactly("Recipe for Sunday");
        assertThat(rest().searched()).isTrue();
        assertThat(station.desk.searches.getLast())
                .isEqualTo(new TraceRequest("grandma", "", "", "", MailFlow.MOST));
    }

    @Test
    void coming_back_asks_the_same_question_once_more() {
        letters.search("grandma", "", "", "");
        rest();
        letters.open();
        rest();
        assertThat(station.desk.searches).hasSize(2).allMatch(it -> it.from().equals("grandma"));
        letters.all();
        assertThat(rest().searched()).isFalse();
    }

    @Test
    void a_station_that_does_not_answer_leaves_what_was_there() {
        letters.open();
        rest();
        station.nextFailure = new StationFailure.ConnectionLost("nas");
        letters.search("grandma", "", "", "");
        assertThat(rest().activity()).isInstanceOf(Activity.Failed.class);
        assertThat(found().letters()).hasSize(4);
        assertThat(rest().searched()).isFalse();
    }

    @Test
    void letters_that_wait_are_shown_and_tried_at_once_on_demand() {
        letters.open();
        assertThat(Objects.requireNonNull(rest().waiting()).letters())
                .isEqualTo(station.desk.waiting);
        letters.tryNow("20260507-0002");
        assertThat(rest().done()).isEqualTo(Text.of("flow.letters.tried"));
        letters.tryNow("");
        rest();
        assertThat(station.desk.tried).containsExactly("20260507-0002", "");
        letters.all();
        assertThat(rest().done()).isNull();
    }

    @Test
    void a_letter_is_given_up_after_a_second_question() {
        letters.open();
        WaitingLetter waiting = Objects.requireNonNull(rest().waiting()).letters().getFirst();
        letters.giveUp(waiting);
        assertThat(Objects.requireNonNull(rest().wish()).question().args())
                .contains("office@big-provider.example");
        letters.leave();
        assertThat(rest().wish()).isNull();
        assertThat(station.desk.waiting).hasSize(1);
        letters.giveUp(waiting);
        letters.confirm();
        assertThat(rest().done()).isEqualTo(Text.of("flow.letters.given-up"));
        assertThat(station.desk.waiting).isEmpty();
        letters.giveUp(waiting);
        letters.confirm();
        assertThat(rest().done())
                .as("it has left meanwhile")
                .isEqualTo(Text.of("flow.letters.gone"));
    }
}
