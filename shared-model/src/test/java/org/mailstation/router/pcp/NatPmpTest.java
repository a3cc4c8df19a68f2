package org.mailstation.router.pcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailstation.router.Entry;
import org.mailstation.router.Line;
import org.mailstation.router.MapOutcome;
import org.mailstation.router.Mapping;
import org.mailstation.router.Protocol;
import org.mailstation.router.Refusal;
import org.mailstation.router.RouterAnswer;
import org.mailstation.router.Wish;

@Timeout(60)
class NatPmpTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Wish SMTP = new Wish(25, 2525, "Mail Station");

    private FakeControl home;
    private NatPmp router;

    @BeforeEach
    void open() throws IOException {
        home = new FakeControl();
        router = new NatPmp(home.control());
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void it_tells_its_address_and_its_age() {
        assertThat(router.line())
                .isEqualTo(
                        new RouterAnswer.Given<>(
                                new Line(true, InetAddress.ofLiteral("203.0.113.7"), 4711)));
        assertThat(router.gateway().protocol()).isEqualTo(Protocol.NAT_PMP);
    }

    @Test
    void a_port_is_mapped_and_taken_back() {
        Mapping mapping = new Mapping(25, "127.0.0.1", 2525, true, "", HOUR);
        assertThat(router.map(SMTP, HOUR))
                .isEqualTo(new RouterAnswer.Given<>(new MapOutcome.Stands(mapping, HOUR, null)));
        assertThat(home.table).containsEntry(2525, 25);
        assertThat(router.unmap(SMTP)).isEqualTo(new RouterAnswer.Given<>(true));
        assertThat(home.table).isEmpty();
    }

    @Test
    void the_datagrams_are_those_of_the_rfc() {
        router.map(SMTP, HOUR);
        router.unmap(SMTP);
        assertThat(home.questions().stream().map(HexFormat.of()::formatHex))
                .containsExactly("0002000009dd001900000e10", "0002000009dd000000000000");
    }

    @Test
    void another_port_than_the_wished_one_is_given_back() {
        home.given = 26;
        assertThat(router.map(SMTP, HOUR))
                .isEqualTo(new RouterAnswer.Given<>(new MapOutcome.OtherPort(26)));
        assertThat(home.table).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1, UNSUPPORTED",
        "2, NOT_AUTHORISED",
        "3, NOT_CONNECTED",
        "4, NO_ROOM",
        "5, UNSUPPORTED",
        "77, OTHER",
    })
    void a_refusal_has_a_reason(int result, Refusal reason) {
        home.results.add(result);
        assertThat(router.line()).isEqualTo(new RouterAnswer.Refused<Line>(reason, result, ""));
        home.results.add(result);
        assertThat(router.map(SMTP, HOUR))
                .isEqualTo(new RouterAnswer.Refused<MapOutcome>(reason, result, ""));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 7, 11})
    void a_datagram_that_ends_too_soon_is_no_answer(int length) {
        home.spoil = answer -> Arrays.copyOf(answer, length);
        assertThat(new NatPmp(home.inVain()).line()).isInstanceOf(RouterAnswer.Garbled.class);
    }

    @Test
    void an_answer_about_another_port_is_no_answer() {
        home.spoil =
                answer -> {
                    answer[9]++;
                    return answer;
                };
        assertThat(router.map(SMTP, HOUR)).isInstanceOf(RouterAnswer.Garbled.class);
    }

    @Test
    void a_router_that_is_gone_was_silent() {
        home.close();
        assertThat(router.line()).isInstanceOf(RouterAnswer.Silent.class);
        assertThat(router.map(SMTP, HOUR)).isInstanceOf(RouterAnswer.Silent.class);
    }

    @Test
    void it_cannot_be_asked_where_ports_lead() {
        assertThat(router.read(25)).isEqualTo(new RouterAnswer.Given<>(new Entry.CannotAsk()));
        assertThat(home.questions()).isEmpty();
    }
}
