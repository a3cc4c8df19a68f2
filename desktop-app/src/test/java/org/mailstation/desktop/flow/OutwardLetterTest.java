package org.mailstation.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.control.Secret;
import org.mailstation.control.Trace;
import org.mailstation.control.TraceStep;
import org.mailstation.desktop.fake.FakeMeans;
import org.mailstation.desktop.login.LetterOut;
import org.mailstation.desktop.login.Posted;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Verdict;

/** A letter to somebody elsewhere is followed until the other side has answered. */
class OutwardLetterTest {

    private static final String FRIEND = "friend@outside.example";
    private static final String ALEX = "alex@example.org";

    private final Traveller who = new Traveller();
    private final List<LetterOut.Letter> sent = new ArrayList<>();
    private Posted posted = new Posted.Taken();
    private Instant now = Instant.EPOCH;
    private OutwardLetter letter;

    /** What happens while one waits. */
    private Runnable meanwhile = () -> {};

    @BeforeEach
    void signIn() {
        who.toHome();
        letter =
                new OutwardLetter(
                        who.flow.session(),
                        who.background,
                        new OutwardLetter.Means(
                                (_, _, _, _, _, one, _) -> {
                                    sent.add(one);
                                    return posted;
                                },
                                length -> {
                                    now = now.plus(length);
                                    meanwhile.run();
                                },
                                () -> 0L,
                                () -> now));
    }

    private void happens(TraceStep.Kind... kinds) {
        List<TraceStep> steps = new ArrayList<>();
        for (TraceStep.Kind kind : kinds) {
            steps.add(new TraceStep(now, kind, FRIEND, "mx.outside.example", "450 later"));
        }
        who.nas.station.desk.letters.clear();
        who.nas.station.desk.letters.add(
                new Trace(
                        "1",
                        now,
                        "",
                        ALEX,
                        List.of(FRIEND),
                        FakeMeans.SUBJECT,
                        "",
                        900,
                        "",
                        steps));
    }

    private Finding send() {
        letter.send(FRIEND, ALEX, new Secret(""));
        who.background.until(() -> !letter.view().activity().running());
        return Objects.requireNonNull(letter.view().found());
    }

    @Test
    void it_is_waited_for_until_the_other_server_has_taken_it() {
        meanwhile =
                () -> {
                    if (now.isAfter(Instant.EPOCH.plus(Duration.ofSeconds(9)))) {
                        happens(TraceStep.Kind.QUEUED, TraceStep.Kind.SENT);
                    }
                };
        happens(TraceStep.Kind.QUEUED);

        Finding found = send();
        assertThat(found.verdict()).isEqualTo(Verdict.PASS);
        assertThat(found.sentence().args()).containsExactly(FRIEND, "mx.outside.example");
        assertThat(letter.view().steps()).hasSize(2);
        assertThat(sent.getFirst().to()).isEqualTo(FRIEND);
    }

    @Test
    void what_comes_back_is_told_in_the_other_sides_words() {
        happens(TraceStep.Kind.QUEUED, TraceStep.Kind.RETURNED);
        Finding found = send();
        assertThat(found.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(found.sentence().args()).contains("450 later");
    }

    @Test
    void a_letter_that_still_waits_is_neither_well_nor_lost() {
        happens(TraceStep.Kind.QUEUED, TraceStep.Kind.DELAYED);
        Finding delayed = send();
        assertThat(delayed.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(delayed.sentence().key()).isEqualTo("flow.outward.delayed");

        who.nas.station.desk.letters.clear();
        assertThat(send().sentence().key()).isEqualTo("flow.outward.untold");
    }

    @Test
    void what_our_own_station_does_not_take_is_told_without_waiting() {
        posted = new Posted.Refused("535 no");
        assertThat(send().sentence().key()).isEqualTo("flow.outward.not-taken");
        posted = new Posted.Stranger();
        assertThat(send().sentence().key()).isEqualTo("flow.outward.stranger");
        posted = new Posted.NoWay("refused");
        assertThat(send().sentence().key()).isEqualTo("flow.outward.no-way");
        assertThat(now).isEqualTo(Instant.EPOCH);
    }

    @ParameterizedTest
    @CsvSource({
        "friend, flow.outward.no-address",
        "bea@example.org, flow.outward.at-home",
        "'a@b.example> SIZE=1', flow.outward.no-address",
    })
    void an_address_that_proves_nothing_is_not_written_to(String typed, String key) {
        letter.send(typed, ALEX, new Secret("x"));
        assertThat(Objects.requireNonNull(letter.view().problem()).key()).isEqualTo(key);
        assertThat(sent).isEmpty();
    }

    @Test
    void without_a_password_it_is_asked_for() {
        letter.send(FRIEND, "bea@example.org", new Secret(""));
        assertThat(Objects.requireNonNull(letter.view().problem()).key())
                .isEqualTo("flow.proof.no-password");
    }
}
