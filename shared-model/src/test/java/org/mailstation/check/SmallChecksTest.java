package org.mailstation.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailstation.finding.Verdict.FAIL;
import static org.mailstation.finding.Verdict.PASS;
import static org.mailstation.finding.Verdict.UNKNOWN;
import static org.mailstation.finding.Verdict.WARN;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailstation.config.Alias;
import org.mailstation.config.Configs;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.finding.Verdict;
import org.mailstation.probe.TimeServers;

class SmallChecksTest {
    private World world;

    @BeforeEach
    void start() throws IOException {
        world = new World();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @ParameterizedTest
    @CsvSource({
        "NAS,   5, PASS, INFORMATION",
        "NAS,  -5, PASS, INFORMATION",
        "NAS,   6, WARN, WARNING",
        "NAS, -60, WARN, WARNING",
        "NAS,  61, FAIL, ERROR",
        "PC,    4, PASS, INFORMATION",
        "PC,  -30, WARN, INFORMATION",
        "PC,   90, WARN, WARNING",
    })
    void a_clock_may_be_five_seconds_off(
            Vantage whose, int seconds, Verdict verdict, Severity severity)
            throws InterruptedException {
        world.vantage = whose;
        world.time = new TimeServers.Told(Duration.ofSeconds(seconds));
        Finding found = world.look(new ClockCheck());
        assertThat(found.verdict()).isEqualTo(verdict);
        assertThat(found.severity()).isEqualTo(severity);
    }

    @Test
    void the_clocks_of_pc_and_nas_are_two_things() throws InterruptedException {
        assertThat(world.look(new ClockCheck()).check()).isEqualTo("clock:pc");
        world.vantage = Vantage.NAS;
        assertThat(world.look(new ClockCheck()).check()).isEqualTo("clock");
    }

    @Test
    void a_time_server_that_does_not_answer_says_nothing_about_the_clock()
            throws InterruptedException {
        world.time = new TimeServers.CouldNotTell("no answer in time");
        Finding found = world.judged(new ClockCheck(), UNKNOWN, "clock.unknown");
        assertThat(found.evidence().getFirst().answered()).isEqualTo("no answer in time");
    }

    @Test
    void complaints_must_reach_somebody() throws InterruptedException {
        Finding found = world.judged(new RoleAddressCheck(), WARN, "role.none");
        assertThat(found.severity()).isEqualTo(Severity.INFORMATION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abuse@example.org", "@example.org"})
    void an_alias_for_them_or_for_everything_is_enough(String alias) throws InterruptedException {
        List<Alias> aliases = List.of(new Alias(alias, List.of("anna@example.org")));
        world.config = Configs.with(world.config, "aliases", aliases);
        world.judged(new RoleAddressCheck(), PASS, "role.ok");
    }

    @Test
    void an_alias_of_another_domain_does_not_help() throws InterruptedException {
        List<Alias> aliases = List.of(new Alias("abuse@example.net", List.of("anna@example.org")));
        world.config = Configs.with(world.config, "aliases", aliases);
        world.judged(new RoleAddressCheck(), WARN, "role.none");
    }

    @Test
    void a_domain_without_a_place_for_reports_is_information_only() throws InterruptedException {
        Finding found = world.judged(new TlsReportCheck(), WARN, "dns.tlsrpt.none");
        assertThat(found.severity()).isEqualTo(Severity.INFORMATION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v=TLSRPTv1; rua=mailto:tls@example.org",
                "v=TLSRPTv1;rua=https://reports.example.org/x,mailto:a@example.org"
            })
    void a_place_for_reports_may_be_an_address_or_a_page(String text) throws InterruptedException {
        world.publishes("_smtp._tls.example.org", "TXT", '"' + text + '"');
        world.judged(new TlsReportCheck(), PASS, "dns.tlsrpt.ok");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v=TLSRPTv1",
                "v=TLSRPTv1; rua=",
                "v=TLSRPTv1; rua=tls@example.org",
                "v=TLSRPTv1; rua=http://example.org/"
            })
    void a_place_that_nobody_finds_is_a_mistake(String text) throws InterruptedException {
        world.publishes("_smtp._tls.example.org", "TXT", '"' + text + '"');
        world.judged(new TlsReportCheck(), FAIL, "dns.tlsrpt.malformed");
    }
}
