package org.mailstation.desktop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.control.ControlJson;
import org.mailstation.control.DdnsStatus;
import org.mailstation.control.DdnsTried;
import org.mailstation.control.Forwards;
import org.mailstation.control.ForwardsRequest.Wanted;
import org.mailstation.control.WatchRequest;
import org.mailstation.control.Watched;
import org.mailstation.desktop.fake.Watches;
import org.mailstation.desktop.remote.StationFailure;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;
import org.mailstation.words.Exit;

/** {@code ddns} and {@code forward} over real SSH; what the station knows is the test's. */
class LineCommandsTest {
    private static final Text REFUSED = Text.of("ddns.none");
    private static final Finding BAD =
            new Observation("ddns.update", Hop.DDNS, List.of())
                    .fail(Severity.CRITICAL, REFUSED, null);

    @TempDir Path folder;
    private CliBench bench;

    @BeforeEach
    void start() throws Exception {
        bench = new CliBench(folder);
        bench.connected();
        bench.running();
    }

    @AfterEach
    void stop() throws Exception {
        bench.close();
    }

    private static DdnsStatus ddns(List<Finding> findings) {
        return new DdnsStatus(
                "noip",
                "home.ddns.net",
                "198.51.100.7",
                "198.51.100.7",
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                List.of(),
                findings);
    }

    @Test
    void what_the_station_saw_of_itself_is_told_and_it_looks_when_asked() {
        bench.station.desk.watched =
                Watches.of(
                        List.of(Watches.NO_PASSWORD),
                        Watches.ended(Watches.WRONG_ADDRESS, Watches.MORNING));
        Keyboard.Ended ended = bench.signedIn("", "watch");
        assertThat(ended.out())
                .contains("Not as it should be:", "it lasted 4 h 30 min)", "The owner was told.");
        assertThat(ended.code()).isEqualTo(Exit.ATTENTION.code());
        ended = bench.signedIn("", "watch", "now", "--json");
        assertThat(ControlJson.read(ended.out(), Watched.class).troubles())
                .containsExactly(Watches.NO_PASSWORD);
        assertThat(bench.station.desk.watching).containsExactly(WatchRequest.Wanted.LOOK);
    }

    @Test
    void a_letter_to_the_owner_as_a_trial_is_written_or_it_is_said_why_not() {
        Keyboard.Ended ended = bench.signedIn("", "watch", "letter");
        assertThat(ended.out()).contains("was written");
        assertThat(ended.code()).isZero();
        bench.station.desk.notWatched = Watches.WRONG_ADDRESS.sentence();
        ended = bench.signedIn("", "watch", "letter");
        assertThat(ended.err()).contains(Watches.WRONG_ADDRESS.sentence().words());
        assertThat(ended.code()).isEqualTo(Exit.REJECTED.code());
    }

    @Test
    void no_provider_is_nothing_to_worry_about() {
        Keyboard.Ended ended = bench.signedIn("", "ddns");
        assertThat(ended.out()).contains(Text.of("ddns.none").words());
        assertThat(ended.code()).isZero();
    }

    @Test
    void a_name_that_does_not_follow_is_told_to_people_and_scripts() {
        bench.station.ddns = ddns(List.of(BAD));
        Keyboard.Ended ended = bench.signedIn("", "ddns");
        assertThat(ended.out()).contains("(x) " + REFUSED.words());
        assertThat(ended.code()).isEqualTo(Exit.ATTENTION.code());
    }

    @Test
    void json_is_what_the_station_answered() {
        bench.station.ddns = ddns(List.of());
        Keyboard.Ended ended = bench.signedIn("", "ddns", "--now", "--json");
        assertThat(ControlJson.read(ended.out(), DdnsStatus.class)).isEqualTo(bench.station.ddns);
    }

    @Test
    void a_login_that_the_provider_takes_is_a_success() {
        bench.station.ddnsTried = new DdnsTried.Works("198.51.100.7", Instant.EPOCH);
        Keyboard.Ended ended = bench.signedIn("", "ddns", "test");
        assertThat(ended.out()).contains("198.51.100.7");
        assertThat(ended.code()).isZero();
    }

    @Test
    void a_login_that_it_refuses_is_told_with_its_reason() {
        bench.station.ddnsTried = new DdnsTried.Refused(REFUSED);
        Keyboard.Ended ended = bench.signedIn("", "ddns", "test");
        assertThat(ended.err()).contains(REFUSED.words());
        assertThat(ended.code()).isEqualTo(Exit.REJECTED.code());
    }

    @Test
    void what_could_not_be_tried_is_neither_success_nor_refusal() {
        bench.station.ddnsTried = new DdnsTried.CouldNotTell(REFUSED);
        assertThat(bench.signedIn("", "ddns", "test").code()).isEqualTo(Exit.ATTENTION.code());
    }

    @Test
    void the_router_is_asked_only_if_the_person_wants_it() {
        assertThat(bench.signedIn("", "forward").code()).isZero();
        assertThat(bench.signedIn("", "forward", "--again").code()).isZero();
        assertThat(bench.station.forwardsWanted).containsExactly(Wanted.TELL, Wanted.ASK_AGAIN);
    }

    @Test
    void a_port_that_does_not_lead_here_is_told_to_people_and_scripts() {
        bench.station.forwards = new Forwards(Instant.EPOCH, null, List.of(), List.of(BAD));
        Keyboard.Ended ended = bench.signedIn("", "forward", "--json");
        assertThat(ControlJson.read(ended.out(), Forwards.class)).isEqualTo(bench.station.forwards);
        assertThat(ended.code()).isEqualTo(Exit.ATTENTION.code());
    }

    @Test
    void a_service_that_does_not_answer_tells_nothing() {
        bench.station.nextFailure = new StationFailure.ConnectionLost("nas");
        assertThat(bench.signedIn("", "ddns").code()).isNotZero();
    }
}
