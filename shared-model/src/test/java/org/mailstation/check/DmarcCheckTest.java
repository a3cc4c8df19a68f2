package org.mailstation.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailstation.finding.Verdict.FAIL;
import static org.mailstation.finding.Verdict.PASS;
import static org.mailstation.finding.Verdict.WARN;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Verdict;

class DmarcCheckTest {
    private World world;

    @BeforeEach
    void start() throws IOException {
        world = new World();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private Finding judged(String record, Verdict verdict, String sentence)
            throws InterruptedException {
        world.publishes("_dmarc.example.org", "TXT", '"' + record + '"');
        return world.judged(new DmarcCheck(), verdict, sentence);
    }

    @Test
    void the_mistake_is_named() throws InterruptedException {
        Finding found = judged("v=DMARC1; p=nonne; pct=200", FAIL, "dns.dmarc.mistake");
        assertThat(found.sentence().args()).containsExactly("example.org", "p, pct");
    }

    @ParameterizedTest
    @ValueSource(strings = {"p=none; v=DMARC1", "v=DMARC 1; p=none", "DMARC1; p=reject"})
    void what_was_meant_as_one_is_not_called_missing(String record) throws InterruptedException {
        judged(record, FAIL, "dns.dmarc.malformed");
    }

    @Test
    void another_text_under_the_name_is_not_one() throws InterruptedException {
        judged("v=spf1 -all", WARN, "dns.dmarc.none");
    }

    @Test
    void whoever_gets_reports_for_others_must_have_said_so() throws InterruptedException {
        Finding found =
                judged(
                        "v=DMARC1; p=none; rua=mailto:d@reports.example.net",
                        WARN,
                        "dns.dmarc.external");
        assertThat(found.severity()).isEqualTo(Severity.INFORMATION);
        assertThat(found.remedy())
                .isInstanceOfSatisfying(
                        Remedy.DnsRecord.class,
                        record ->
                                assertThat(record.name())
                                        .isEqualTo(
                                                "example.org._report._dmarc.reports.example.net."));
        world.publishes("example.org._report._dmarc.reports.example.net", "TXT", "\"v=DMARC1\"");
        assertThat(world.look(new DmarcCheck()).verdict()).isEqualTo(PASS);
    }

    @Test
    void if_nobody_can_tell_whether_reports_are_welcome_nothing_is_said()
            throws InterruptedException {
        World.all(world)
                .forEach(
                        server ->
                                server.failsFor(
                                        "example.org._report._dmarc.reports.example.net", "TXT"));
        judged("v=DMARC1; p=none; rua=mailto:d@reports.example.net", PASS, "dns.dmarc.ok");
    }
}
