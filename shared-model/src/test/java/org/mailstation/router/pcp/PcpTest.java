package org.mailstation.router.pcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailstation.router.Line;
import org.mailstation.router.MapOutcome;
import org.mailstation.router.Mapping;
import org.mailstation.router.Refusal;
import org.mailstation.router.RouterAnswer;
import org.mailstation.router.Wish;

@Timeout(60)
class PcpTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Wish SMTP = new Wish(25, 2525, "Mail Station");
    private static final Nonce NONCE = Nonce.of("0102030405060708090a0b0c");

    private FakeControl home;
    private Pcp router;

    @BeforeEach
    void open() throws IOException {
        home = new FakeControl();
        router = new Pcp(home.control(), NONCE);
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void it_tells_its_age() {
        assertThat(router.line()).isEqualTo(new RouterAnswer.Given<>(new Line(true, null, 4711)));
    }

    @Test
    void a_mapping_brings_the_address_along_and_is_taken_back() {
        Mapping mapping = new Mapping(25, "127.0.0.1", 2525, true, "", HOUR);
        InetAddress outside = InetAddress.ofLiteral("203.0.113.7");
        assertThat(router.map(SMTP, HOUR))
                .isEqualTo(new RouterAnswer.Given<>(new MapOutcome.Stands(mapping, HOUR, outside)));
        assertThat(router.unmap(SMTP)).isEqualTo(new RouterAnswer.Given<>(true));
        assertThat(home.table).isEmpty();
    }

    @Test
    void the_datagrams_are_those_of_the_rfc() {
        router.map(SMTP, HOUR);
        router.unmap(SMTP);
        String mapped = "00000000000000000000ffff";
        String who = mapped + "7f000001";
        String about = NONCE.hex() + "06000000" + "09dd";
        assertThat(home.questions().stream().map(HexFormat.of()::formatHex))
                .containsExactly(
                        "02010000"
                                + "00000e10"
                                + who
                                + about
                                + "0019"
                                + mapped
                                + "00000000"
                                + "02000000",
                        "02010000" + "00000000" + who + about + "0000" + mapped + "00000000");
    }

    @Test
    void another_port_than_the_wished_one_is_given_back() {
        home.given = 588;
        assertThat(router.map(SMTP, HOUR))
                .isEqualTo(new RouterAnswer.Given<>(new MapOutcome.OtherPort(588)));
        assertThat(home.table).isEmpty();
    }

    @Test
    void a_router_without_the_option_is_asked_without_it() {
        home.knowsOptions = false;
        assertThat(router.map(SMTP, HOUR))
                .isInstanceOfSatisfying(
                        RouterAnswer.Given.class,
                        given -> assertThat(given.value()).isInstanceOf(MapOutcome.Stands.class));
        assertThat(home.questions()).extracting(it -> it.length).containsExactly(64, 60);
    }

    @Test
    void a_port_that_cannot_be_had_is_taken() {
        home.results.add(11);
        assertThat(router.map(SMTP, HOUR))
                .isEqualTo(new RouterAnswer.Given<>(new MapOutcome.Taken(null)));
    }

    @Test
    void an_address_that_does_not_match_is_tried_once_more() {
        home.results.add(12);
        assertThat(router.map(SMTP, HOUR)).isInstanceOf(RouterAnswer.Given.class);
        home.results.add(12);
        home.results.add(12);
        assertThat(router.map(SMTP, HOUR))
                .isEqualTo(new RouterAnswer.Refused<MapOutcome>(Refusal.OTHER, 12, ""));
        assertThat(home.questions()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({
        "1, UNSUPPORTED",
        "2, NOT_AUTHORISED",
        "3, OTHER",
        "4, UNSUPPORTED",
        "7, NOT_CONNECTED",
        "8, NO_ROOM",
        "9, UNSUPPORTED",
        "10, NO_ROOM",
        "13, OTHER",
    })
    void a_refusal_has_a_reason(int result, Refusal reason) {
        home.results.add(result);
        assertThat(router.map(SMTP, HOUR))
                .isEqualTo(new RouterAnswer.Refused<MapOutcome>(reason, result, ""));
    }

    @Test
    void a_router_that_only_speaks_the_older_protocol_says_so() {
        home.speaksPcp = false;
        assertThat(router.line())
                .isEqualTo(new RouterAnswer.Refused<Line>(Refusal.UNSUPPORTED, 1, ""));
        assertThat(router.map(SMTP, HOUR))
                .isEqualTo(new RouterAnswer.Refused<MapOutcome>(Refusal.UNSUPPORTED, 1, ""));
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 36, 41})
    void an_answer_with_another_nonce_or_port_is_not_ours(int at) {
        home.spoil =
                answer -> {
                    answer[at]++;
                    return answer;
                };
        assertThat(new Pcp(home.inVain(), NONCE).map(SMTP, HOUR))
                .isInstanceOf(RouterAnswer.Garbled.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 23, 59})
    void a_datagram_that_ends_too_soon_is_no_answer(int length) {
        home.spoil = answer -> Arrays.copyOf(answer, length);
        assertThat(new Pcp(home.inVain(), NONCE).map(SMTP, HOUR))
                .isInstanceOf(RouterAnswer.Garbled.class);
    }

    @Test
    void silence_is_not_a_refusal() {
        home.close();
        assertThat(router.map(SMTP, HOUR)).isInstanceOf(RouterAnswer.Silent.class);
        assertThat(router.unmap(SMTP)).isInstanceOf(RouterAnswer.Silent.class);
    }

    @Test
    void a_nonce_survives_being_written_down_but_does_not_show_itself() {
        Nonce nonce = Nonce.random(new Random(1));
        assertThat(Nonce.of(nonce.hex()).bytes()).isEqualTo(nonce.bytes());
        assertThat(nonce.toString()).doesNotContain(nonce.hex());
        assertThatThrownBy(() -> Nonce.of("0102")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Nonce.of("x")).isInstanceOf(IllegalArgumentException.class);
    }
}
