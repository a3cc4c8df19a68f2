package org.mailstation.lan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DatagramsTest {
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
    private static final InetSocketAddress ANY = new InetSocketAddress(HERE, 0);
    private static final byte[] QUESTION = {1, 2, 3};

    @Test
    void a_question_that_got_lost_is_put_again() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        try (UdpResponder deafAtFirst =
                new UdpResponder(
                        question -> asked.incrementAndGet() < 2 ? List.of() : List.of(question))) {
            List<java.time.Duration> patience =
                    List.of(Waits.IN_VAIN.getFirst(), Waits.FOR_AN_ANSWER.getFirst());
            assertThat(Datagrams.ask(ANY, deafAtFirst.address(), QUESTION, _ -> true, patience))
                    .isInstanceOfSatisfying(
                            Datagrams.Reply.Came.class,
                            came -> assertThat(came.datagram()).isEqualTo(QUESTION));
        }
    }

    @Test
    void what_does_not_answer_the_question_is_passed_over() throws IOException {
        byte[] right = {9};
        try (UdpResponder talkative =
                new UdpResponder(_ -> List.of(new byte[0], new byte[] {7}, right))) {
            assertThat(
                            Datagrams.ask(
                                    ANY,
                                    talkative.address(),
                                    QUESTION,
                                    it -> it.length > 0 && it[0] == 9,
                                    Waits.FOR_AN_ANSWER))
                    .isInstanceOfSatisfying(
                            Datagrams.Reply.Came.class,
                            came -> assertThat(came.datagram()).isEqualTo(right));
        }
    }

    @Test
    void a_flood_of_something_else_ends_the_question() throws IOException {
        try (UdpResponder flood = new UdpResponder(_ -> Collections.nCopies(200, new byte[] {7}))) {
            assertThat(
                            Datagrams.ask(
                                    ANY,
                                    flood.address(),
                                    QUESTION,
                                    _ -> false,
                                    Waits.FOR_AN_ANSWER))
                    .isEqualTo(new Datagrams.Reply.Nothing("nothing within the time", 50));
        }
    }

    @Test
    void silence_is_nothing_and_no_answer() throws IOException {
        try (UdpResponder silent = new UdpResponder(_ -> List.of())) {
            assertThat(Datagrams.ask(ANY, silent.address(), QUESTION, _ -> true, Waits.IN_VAIN))
                    .isEqualTo(new Datagrams.Reply.Nothing("nothing within the time", 0));
            assertThat(silent.questions).hasSize(2);
        }
    }

    @Test
    void a_closed_port_is_told_at_once() throws IOException {
        InetSocketAddress closed;
        try (DatagramSocket gone = new DatagramSocket(ANY)) {
            closed = (InetSocketAddress) gone.getLocalSocketAddress();
        }
        assertThat(Datagrams.ask(ANY, closed, QUESTION, _ -> true, Waits.FOR_AN_ANSWER))
                .isEqualTo(new Datagrams.Reply.Nothing("nobody listens there", 0));
    }
}
