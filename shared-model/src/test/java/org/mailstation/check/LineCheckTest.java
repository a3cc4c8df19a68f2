package org.mailstation.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.finding.Verdict;
import org.mailstation.line.LineAddress;
import org.mailstation.standing.Source;
import org.mailstation.standing.Told;

class LineCheckTest {
    private static Told told(Source source, String address) {
        return address.equals("none")
                ? new Told.None(source)
                : new Told.Address(source, (Inet4Address) InetAddress.ofLiteral(address));
    }

    @ParameterizedTest
    @CsvSource({
        // router, others, verdict, severity, hop, sentence
        "44.128.0.77, 44.128.0.77, PASS,    INFORMATION, ISP,    router.line.public",
        "'',          44.128.0.77, UNKNOWN, INFORMATION, ISP,    line.seen",
        "100.64.0.5,  44.128.0.77, FAIL,    CRITICAL,    ISP,    router.line.carrier-nat",
        "none,        44.128.0.77, FAIL,    CRITICAL,    ISP,    router.line.ds-lite",
        "192.168.2.2, 44.128.0.77, WARN,    WARNING,     ROUTER, router.line.double-nat",
        "44.128.0.78, 44.128.0.77, WARN,    WARNING,     ISP,    line.disagreement",
        "'',          '',          UNKNOWN, WARNING,     ISP,    line.unknown",
    })
    void what_the_line_is_like_is_told_by_who_sees_which_address(
            String router,
            String others,
            Verdict verdict,
            Severity severity,
            Hop hop,
            String sentence)
            throws IOException, InterruptedException {
        List<Told> all = new ArrayList<>();
        if (!router.isEmpty()) {
            all.add(told(Source.ROUTER, router));
        }
        if (!others.isEmpty()) {
            all.add(told(Source.STUN, others));
        }
        try (World world = new World()) {
            world.line =
                    new AskedLine(
                            () -> LineAddress.Look.of(List.of(), all),
                            Vantage.PC,
                            world.scene().clock());
            Finding found = world.look(new LineCheck());
            assertThat(found.sentence().key()).isEqualTo(sentence);
            assertThat(found.verdict()).isEqualTo(verdict);
            assertThat(found.severity()).isEqualTo(severity);
            assertThat(found.hop()).isEqualTo(hop);
            assertThat(found.evidence()).hasSize(all.size());
        }
    }
}
