package org.mailstation.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailstation.finding.Verdict.NOT_APPLICABLE;
import static org.mailstation.finding.Verdict.PASS;
import static org.mailstation.finding.Verdict.UNKNOWN;
import static org.mailstation.finding.Verdict.WARN;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.config.Configs;
import org.mailstation.config.Ddns;
import org.mailstation.ddns.update.Web;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Verdict;

/** How long a domain lives, what its name has room for, and what it tells mail programs. */
class DomainChecksTest {
    private static final URI LIST = URI.create("https://data.iana.org/rdap/dns.json");
    private static final URI RDAP = URI.create("https://rdap.example/domain/example.org");

    private World world;

    @BeforeEach
    void start() throws IOException {
        world = new World().healthy();
        world.pages.put(
                LIST,
                new Web.Answer.Reply(
                        200, "{\"services\": [[[\"org\"], [\"https://rdap.example/\"]]]}"));
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private void lives(String status, int sinceDays, int forDays) {
        String life =
                """
                {"status": ["%s"], "events": [
                  {"eventAction": "registration", "eventDate": "%s"},
                  {"eventAction": "expiration", "eventDate": "%s"}]}
                """
                        .formatted(
                                status,
                                World.NOW.minus(Duration.ofDays(sinceDays)),
                                World.NOW.plus(Duration.ofDays(forDays)));
        world.pages.put(RDAP, new Web.Answer.Reply(200, life));
    }

    @ParameterizedTest
    @CsvSource({
        "active,            900, 300, PASS, INFORMATION, dns.life.ok",
        "active,            900,  46, PASS, INFORMATION, dns.life.ok",
        "active,            900,  44, WARN, WARNING,     dns.life.soon",
        "active,            900,  14, WARN, ERROR,       dns.life.soon",
        "active,            900,  -1, FAIL, CRITICAL,    dns.life.over",
        "redemption period, 900, 300, FAIL, CRITICAL,    dns.life.over",
        "active,             10, 355, WARN, INFORMATION, dns.life.young",
    })
    void a_domain_must_be_renewed_in_time(
            String status, int since, int left, Verdict verdict, Severity severity, String sentence)
            throws InterruptedException {
        lives(status, since, left);
        world.judged(new DomainLifeCheck(), verdict, severity, sentence);
    }

    @Test
    void a_registry_that_does_not_tell_is_information() throws InterruptedException {
        world.judged(new DomainLifeCheck(), UNKNOWN, Severity.INFORMATION, "dns.life.unknown");
    }

    private void ddns(String provider, String host) {
        world.config = Configs.with(world.config, "ddns", new Ddns(provider, host, "", ""));
    }

    @Test
    void a_name_of_a_ddns_provider_is_the_provider_s_to_renew() throws InterruptedException {
        ddns("duckdns", "example.org");
        world.judged(
                new DomainLifeCheck(), NOT_APPLICABLE, Severity.INFORMATION, "dns.life.not-ours");
    }

    @ParameterizedTest
    @CsvSource({
        "duckdns, mail.example.org, NOT_APPLICABLE, INFORMATION, dns.ddns-fit.own",
        "twodns,  example.org,      WARN,           WARNING,     dns.ddns-fit.address-only",
        "duckdns, example.org,      WARN,           INFORMATION, dns.ddns-fit.no-mx",
        "noip,    example.org,      UNKNOWN,        INFORMATION, dns.ddns-fit.unknown",
        "desec,   example.org,      PASS,           INFORMATION, dns.ddns-fit.ok",
    })
    void a_mail_domain_needs_room(
            String provider, String host, Verdict verdict, Severity severity, String sentence)
            throws InterruptedException {
        ddns(provider, host);
        world.judged(new DdnsFitCheck(), verdict, severity, sentence);
    }

    @Test
    void programs_that_find_nothing_can_be_told_by_hand() throws InterruptedException {
        world.judged(new DiscoveryCheck(), WARN, Severity.INFORMATION, "dns.discovery.none");
    }

    @Test
    void programs_must_be_led_to_the_station() throws InterruptedException {
        world.publishes("_imaps._tcp.example.org", "SRV", "0 1 993 mail.example.org.")
                .publishes("_submissions._tcp.example.org", "SRV", "0 1 465 mail.example.org.")
                .publishes("_pop3s._tcp.example.org", "SRV", "0 0 0 .");
        world.judged(new DiscoveryCheck(), PASS, Severity.INFORMATION, "dns.discovery.ok");
        world.publishes("_submissions._tcp.example.org", "SRV", "0 1 465 smtp.hoster.example.");
        world.judged(new DiscoveryCheck(), WARN, Severity.WARNING, "dns.discovery.wrong");
    }

    @Test
    void a_service_that_is_not_offered_must_not_be_announced() throws InterruptedException {
        world.publishes("_pop3s._tcp.example.org", "SRV", "0 1 995 pop.hoster.example.");
        world.judged(new DiscoveryCheck(), WARN, Severity.WARNING, "dns.discovery.wrong");
    }

    @Test
    void a_page_of_settings_that_names_another_server_is_told() throws InterruptedException {
        world.publishes("autoconfig.example.org", "A", "192.0.2.80");
        URI page = URI.create("https://autoconfig.example.org/mail/config-v1.1.xml");
        world.pages.put(page, settings("imap.hoster.example"));
        world.judged(new DiscoveryCheck(), WARN, Severity.WARNING, "dns.discovery.page");
        world.pages.put(page, settings("mail.example.org"));
        world.judged(new DiscoveryCheck(), WARN, Severity.INFORMATION, "dns.discovery.none");
        world.pages.put(page, new Web.Answer.Reply(200, "<html>Welcome</html>"));
        world.judged(new DiscoveryCheck(), WARN, Severity.INFORMATION, "dns.discovery.none");
    }

    private static Web.Answer settings(String host) {
        String body = "<clientConfig><hostname>" + host + "</hostname></clientConfig>";
        return new Web.Answer.Reply(200, body);
    }

    @Test
    void what_nobody_tells_is_not_called_missing() throws InterruptedException {
        World.all(world).forEach(server -> server.failsFor("_imaps._tcp.example.org", "SRV"));
        assertThat(world.look(new DiscoveryCheck()).verdict()).isEqualTo(UNKNOWN);
    }
}
