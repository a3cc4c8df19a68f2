package org.mailstation.router.stun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.lan.UdpResponder;
import org.mailstation.lan.Waits;

@Timeout(60)
class StunTest {
    private static final InetSocketAddress ANY =
            new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);

    /** 203.0.113.7, port 40000, masked with the cookie; RFC 8489 14.2. */
    private static final String MASKED = "0020" + "0008" + "0001" + "bd52" + "ea12d545";

    private static final String PLAIN = "0001" + "0008" + "0001" + "9c40" + "cb007107";
    private static final String SOFTWARE = "8022" + "0005" + "68656c6c6f000000";

    private static Reflexive ask(
            String type, String attributes, UnaryOperator<byte[]> spoil, boolean inVain)
            throws IOException {
        try (UdpResponder server =
                new UdpResponder(
                        question -> List.of(spoil.apply(answer(question, type, attributes))))) {
            return new Stun(new Random(7), inVain ? Waits.IN_VAIN : Waits.FOR_AN_ANSWER)
                    .ask(ANY, server.address());
        }
    }

    private static byte[] answer(byte[] question, String type, String attributes) {
        byte[] bytes = HexFormat.of().parseHex(attributes);
        return ByteBuffer.allocate(20 + bytes.length)
                .put(HexFormat.of().parseHex(type))
                .putShort((short) bytes.length)
                .put(question, 4, 16)
                .put(bytes)
                .array();
    }

    @ParameterizedTest
    @CsvSource({MASKED, SOFTWARE + MASKED, PLAIN + MASKED, PLAIN})
    void the_address_is_unmasked(String attributes) throws IOException {
        assertThat(ask("0101", attributes, it -> it, false))
                .isEqualTo(
                        new Reflexive.From(
                                new InetSocketAddress(
                                        InetAddress.ofLiteral("203.0.113.7"), 40000)));
    }

    @Test
    void an_address_of_version_6_is_masked_with_the_transaction_too() throws IOException {
        InetAddress six = InetAddress.ofLiteral("2001:db8::25");
        try (UdpResponder server =
                new UdpResponder(
                        question -> {
                            byte[] masked = six.getAddress();
                            for (int i = 0; i < 16; i++) {
                                masked[i] ^= question[4 + i];
                            }
                            String hex = HexFormat.of().formatHex(masked);
                            return List.of(answer(question, "0101", "002000140002bd52" + hex));
                        })) {
            assertThat(new Stun(new Random(7), Waits.FOR_AN_ANSWER).ask(ANY, server.address()))
                    .isEqualTo(new Reflexive.From(new InetSocketAddress(six, 40000)));
        }
    }

    @Test
    void the_question_is_that_of_the_rfc() throws IOException {
        try (UdpResponder server = new UdpResponder(q -> List.of(answer(q, "0101", MASKED)))) {
            new Stun(new Random(7), Waits.FOR_AN_ANSWER).ask(ANY, server.address());
            byte[] question = server.questions.getFirst();
            assertThat(question).hasSize(20);
            assertThat(HexFormat.of().formatHex(question)).startsWith("000100002112a442");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0111, 0009000400000414, 420",
        "0111, 000900080000031e6e6f0000, 330",
    })
    void a_refusal_has_its_number(String type, String attributes, int code) throws IOException {
        assertThat(ask(type, attributes, it -> it, false)).isEqualTo(new Reflexive.Refused(code));
    }

    @ParameterizedTest
    @CsvSource({
        "0101, ''",
        "0101, 80220004",
        "0101, 00200008",
        "0101, 002000080001",
        "0101, 0020001400029c40cb007107",
        "0111, ''",
        "0111, 00090004",
        "0001, 00200008000162a2ea12d545",
    })
    void an_answer_without_an_address_says_nothing(String type, String attributes)
            throws IOException {
        assertThat(ask(type, attributes, it -> it, false)).isInstanceOf(Reflexive.Garbled.class);
    }

    @Test
    void an_answer_to_somebody_elses_question_is_none() throws IOException {
        assertThat(
                        ask(
                                "0101",
                                MASKED,
                                it -> {
                                    it[19]++;
                                    return it;
                                },
                                true))
                .isInstanceOf(Reflexive.Garbled.class);
    }

    @Test
    void silence_says_nothing() throws IOException {
        try (UdpResponder silent = new UdpResponder(_ -> List.of())) {
            assertThat(new Stun(new Random(7), Waits.IN_VAIN).ask(ANY, silent.address()))
                    .isInstanceOf(Reflexive.Silent.class);
        }
    }
}
