package org.mailstation.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Vantage;
import org.mailstation.line.LineAddress;
import org.mailstation.standing.Source;
import org.mailstation.standing.Told;

class AskedLineTest {
    private static Told told(Source source, String address) {
        return new Told.Address(source, (Inet4Address) InetAddress.ofLiteral(address));
    }

    private static AskedLine line(AtomicInteger asked, Told... told) {
        return new AskedLine(
                () -> {
                    asked.incrementAndGet();
                    return LineAddress.Look.of(List.of(), List.of(told));
                },
                Vantage.NAS,
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    private static PublicLine.Answer answer(Told... told) {
        return line(new AtomicInteger(), told).address();
    }

    @Test
    void what_all_tell_is_known_with_the_words_of_each() {
        PublicLine.Answer answer =
                answer(told(Source.ROUTER, "44.128.0.77"), told(Source.STUN, "44.128.0.77"));
        assertThat(answer)
                .isInstanceOfSatisfying(
                        PublicLine.Known.class,
                        known ->
                                assertThat(known.address().getHostAddress())
                                        .isEqualTo("44.128.0.77"));
        assertThat(answer.evidence())
                .extracting(Evidence::answered)
                .containsExactly("ROUTER 44.128.0.77", "STUN 44.128.0.77");
    }

    @Test
    void who_contradict_each_other_leave_the_line_unknown() {
        assertThat(answer(told(Source.STUN, "44.128.0.77"), told(Source.HTTP, "44.128.0.78")))
                .isInstanceOf(PublicLine.Unknown.class);
    }

    @Test
    void an_address_that_many_share_is_not_the_homes() {
        assertThat(answer(told(Source.ROUTER, "100.64.0.5"), told(Source.STUN, "44.128.0.77")))
                .isInstanceOf(PublicLine.Unknown.class);
    }

    @Test
    void it_is_asked_once_however_many_want_to_know() {
        AtomicInteger asked = new AtomicInteger();
        AskedLine line = line(asked, told(Source.STUN, "44.128.0.77"));
        assertThat(line.address()).isEqualTo(line.address());
        assertThat(line.standing()).isInstanceOf(org.mailstation.standing.Standing.SeenOnly.class);
        assertThat(asked).hasValue(1);
    }
}
