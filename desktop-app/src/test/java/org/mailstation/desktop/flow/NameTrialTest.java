package org.mailstation.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailstation.control.DdnsTried;
import org.mailstation.desktop.draft.NameDraft;
import org.mailstation.desktop.remote.StationFailure;
import org.mailstation.text.Text;

/** The login at the provider is tried before anything is set. */
class NameTrialTest {

    private static final NameDraft TYPED =
            NameDraft.EMPTY.withProvider("noip").withHost("m.ddns.net").withSecret("geheim");

    private final Traveller who = new Traveller();
    private NameTrial trial;

    @BeforeEach
    void signIn() {
        who.toForm();
        trial = new NameTrial(who.flow.session(), who.background);
        trial.typed(TYPED);
    }

    private void settled() {
        who.background.until(() -> !trial.view().activity().running());
    }

    @Test
    void the_answer_of_the_provider_is_shown_and_nothing_is_set() {
        DdnsTried works = new DdnsTried.Works("198.51.100.7", Instant.EPOCH);
        who.nas.station.ddnsTried = works;
        trial.test(TYPED);
        settled();

        assertThat(trial.view().tried()).isEqualTo(works);
        assertThat(who.nas.station.secrets).isEmpty();
        assertThat(who.nas.station.applied).isEmpty();
    }

    @Test
    void an_answer_to_something_else_than_what_is_typed_now_does_not_count() {
        who.nas.station.ddnsTried = new DdnsTried.Refused(Text.of("ddns.none"));
        trial.test(TYPED);
        trial.typed(TYPED.withSecret("geheimer"));
        settled();
        assertThat(trial.view().tried()).isNull();

        trial.test(TYPED);
        settled();
        assertThat(trial.view().tried()).isInstanceOf(DdnsTried.Refused.class);
        trial.typed(TYPED.withHost("other.ddns.net"));
        assertThat(trial.view().tried()).isNull();
    }

    @Test
    void a_station_that_does_not_answer_is_told_until_something_is_typed() {
        who.nas.station.dead = new StationFailure.NoAnswer("nas", 20);
        trial.test(TYPED);
        settled();
        assertThat(trial.view().activity()).isInstanceOf(Activity.Failed.class);
        trial.typed(TYPED.withHost("other.ddns.net"));
        assertThat(trial.view().activity()).isEqualTo(Activity.IDLE);
    }
}
