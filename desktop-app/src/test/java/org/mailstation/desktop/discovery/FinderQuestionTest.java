package org.mailstation.desktop.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailstation.desktop.discovery.Addresses.LOOPBACK;
import static org.mailstation.desktop.discovery.Addresses.ip;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.mailstation.lan.Lan;

class FinderQuestionTest {
    private final Ears ears = new Ears();

    @Test
    void a_unit_that_answers_to_the_finders_port_is_found() throws IOException {
        ChannelAnswer answer =
                askUntilHeard(
                        question ->
                                Arrays.equals(question, FinderPacket.query().encode())
                                        ? List.of(FinderReplies.at("7f000001"))
                                        : List.of());
        assertThat(answer).isEqualTo(new ChannelAnswer.Answered(1));
        assertThat(ears.last().name()).isEqualTo("DiskStation");
        assertThat(ears.last().addresses()).containsExactly(ip("127.0.0.1"));
    }

    @Test
    void a_unit_that_answers_encrypted_is_found_without_details() throws IOException {
        askUntilHeard(_ -> List.of(HexFormat.of().parseHex("1234556653594e4f0011")));
        assertThat(ears.heard())
                .containsExactly(Sighting.at(Channel.FINDER, ip("127.0.0.1")).kind(Kind.SYNOLOGY));
    }

    @Test
    void the_question_itself_and_noise_are_no_answers() throws IOException {
        assertThat(ask(question -> List.of(question, new byte[] {1, 2, 3})))
                .isEqualTo(new ChannelAnswer.Silent());
        assertThat(ears.heard()).isEmpty();
    }

    @Test
    void it_asks_once_since_units_do_not_answer_twice_in_a_row() throws IOException {
        try (UdpPeer nobody = UdpPeer.silent();
                DatagramSocket replies = onLoopback()) {
            new FinderQuestion(List.of(LOOPBACK), () -> replies, nobody.address())
                    .ask(ears, Quick.listen());
            assertThat(nobody.questions()).hasSize(1);
        }
    }

    @Test
    void a_port_that_is_taken_means_that_it_could_not_ask() throws IOException {
        try (DatagramSocket other = onLoopback()) {
            ChannelAnswer answer =
                    new FinderQuestion(
                                    List.of(LOOPBACK),
                                    () -> new DatagramSocket(other.getLocalSocketAddress()),
                                    new InetSocketAddress(ip("127.0.0.1"), 9))
                            .ask(ears, Quick.listen());
            assertThat(answer).isInstanceOf(ChannelAnswer.CouldNotAsk.class);
            assertThat(answer.text().in(Locale.ENGLISH))
                    .contains("UDP port 9999")
                    .contains("Synology Assistant");
        }
    }

    @Test
    void a_network_that_lets_nothing_out_means_that_it_could_not_ask() throws IOException {
        try (DatagramSocket replies = onLoopback()) {
            // this computer has no such address, so nothing can be sent from it
            ChannelAnswer answer =
                    new FinderQuestion(
                                    List.of(new Lan(ip("203.0.113.1"), 24)),
                                    () -> replies,
                                    new InetSocketAddress(ip("127.0.0.1"), 9))
                            .ask(ears, Quick.listen());
            assertThat(answer).isInstanceOf(ChannelAnswer.CouldNotAsk.class);
            assertThat(answer.text().in(Locale.ENGLISH)).contains("did not let the question out");
        }
    }

    private ChannelAnswer ask(Function<byte[], List<byte[]>> answers) throws IOException {
        try (DatagramSocket replies = onLoopback();
                UdpPeer unit = new UdpPeer(answers, replies.getLocalPort())) {
            return new FinderQuestion(List.of(LOOPBACK), () -> replies, unit.address())
                    .ask(ears, Quick.listen());
        }
    }

    private ChannelAnswer askUntilHeard(Function<byte[], List<byte[]>> answers) throws IOException {
        try (DatagramSocket replies = onLoopback();
                UdpPeer unit = new UdpPeer(answers, replies.getLocalPort())) {
            return ears.until(
                    new FinderQuestion(List.of(LOOPBACK), () -> replies, unit.address()),
                    _ -> true);
        }
    }

    private static DatagramSocket onLoopback() throws IOException {
        return new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }
}
