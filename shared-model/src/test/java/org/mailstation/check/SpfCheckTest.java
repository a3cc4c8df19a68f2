package org.mailstation.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailstation.finding.Verdict.FAIL;
import static org.mailstation.finding.Verdict.NOT_APPLICABLE;
import static org.mailstation.finding.Verdict.PASS;
import static org.mailstation.finding.Verdict.UNKNOWN;
import static org.mailstation.finding.Verdict.WARN;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.config.Configs;
import org.mailstation.config.Relay;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Verdict;

class SpfCheckTest {
    private World world;

    @BeforeEach
    void start() throws IOException {
        world =
                new World()
                        .publishes("mail.example.org", "A", World.HOME)
                        .publishes("example.org", "MX", "10 mail.example.org.");
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private Finding judged(Verdict verdict, String sentence) throws InterruptedException {
        return world.judged(new SpfCheck(), verdict, sentence);
    }

    private void publish(String record) {
        world.publishes("example.org", "TXT", '"' + record + '"');
    }

    private void relay(Relay.Use use, String host) {
        Relay relay = new Relay(use, host, 587, Relay.Security.STARTTLS, "anna");
        world.config = Configs.with(world.config, "relay", relay);
    }

    private static String value(Finding finding) {
        return ((Remedy.DnsRecord) java.util.Objects.requireNonNull(finding.remedy())).value();
    }

    @Test
    void the_proposed_record_keeps_what_others_were_allowed() throws InterruptedException {
        publish("v=spf1 include:news.example.net -all");
        world.publishes("news.example.net", "TXT", "\"v=spf1 ip4:192.0.2.9 -all\"");
        assertThat(value(judged(FAIL, "dns.spf.forbidden")))
                .isEqualTo("v=spf1 mx include:news.example.net -all");
    }

    @Test
    void more_than_ten_look_ups_are_too_many_wherever_they_stand() throws InterruptedException {
        publish("v=spf1 mx include:a.example.net -all");
        world.publishes("a.example.net", "TXT", "\"v=spf1 " + terms(10) + "-all\"");
        for (int i = 2; i <= 10; i++) {
            world.publishes("b" + i + ".example.net", "A", "192.0.2." + i);
        }
        Finding found = judged(FAIL, "dns.spf.many");
        assertThat(value(found)).isEqualTo("v=spf1 mx -all");
    }

    private static String terms(int upTo) {
        StringBuilder terms = new StringBuilder();
        for (int i = 2; i <= upTo; i++) {
            terms.append("a:b").append(i).append(".example.net ");
        }
        return terms.toString();
    }

    @Test
    void ten_are_not() throws InterruptedException {
        publish("v=spf1 mx " + terms(10) + "-all");
        for (int i = 2; i <= 10; i++) {
            world.publishes("b" + i + ".example.net", "A", "192.0.2." + i);
        }
        judged(PASS, "dns.spf.ok");
    }

    @Test
    void names_that_are_not_there_any_more_count_too() throws InterruptedException {
        publish("v=spf1 mx a:x1.example.net a:x2.example.net -all");
        judged(PASS, "dns.spf.ok");
        World.all(world).forEach(server -> server.forgets("example.org"));
        world.resolver
                .has("example.org", "NS", "ns1.example.net.")
                .has("example.org", "NS", "ns2.example.net.");
        world.publishes("example.org", "MX", "10 mail.example.org.");
        publish("v=spf1 mx a:x1.example.net a:x2.example.net a:x3.example.net -all");
        judged(FAIL, "dns.spf.void");
    }

    @ParameterizedTest
    @CsvSource({
        "spf1 mx ~all",
        "v = spf1 mx ~all",
        "v=spf1 mx ~al",
        "v=spf1 mx: ~all",
    })
    void what_was_meant_as_one_is_not_called_missing(String record) throws InterruptedException {
        publish(record);
        judged(FAIL, "dns.spf.malformed");
    }

    @ParameterizedTest
    @CsvSource({
        "ALWAYS,       FAIL, ERROR",
        "WHEN_REFUSED, WARN, WARNING",
    })
    void a_relay_that_the_record_does_not_name_is_told(
            Relay.Use use, Verdict verdict, Severity severity) throws InterruptedException {
        publish("v=spf1 mx ~all");
        relay(use, "smtp.gmail.com");
        Finding found = judged(verdict, "dns.spf.without-relay");
        assertThat(found.severity()).isEqualTo(severity);
        assertThat(value(found)).contains("include:_spf.google.com");
    }

    @ParameterizedTest
    @CsvSource({
        "smtp.gmail.com,     v=spf1 mx include:_spf.google.com ~all",
        "smtp.gmail.com,     v=spf1 mx include:more.example.net ~all",
        "relay.example.com,  v=spf1 mx a:relay.example.com ~all",
        "relay.example.com,  v=spf1 mx include:spf.example.com ~all",
        "relay.example.com,  v=spf1 mx ip4:203.0.113.87 ~all",
    })
    void a_relay_may_be_named_in_several_ways(String relay, String record)
            throws InterruptedException {
        publish(record);
        world.publishes("_spf.google.com", "TXT", "\"v=spf1 ip4:192.0.2.1 ~all\"")
                .publishes("spf.example.com", "TXT", "\"v=spf1 ip4:192.0.2.2 ~all\"")
                .publishes("more.example.net", "TXT", "\"v=spf1 redirect=_spf.google.com\"")
                .publishes("relay.example.com", "A", "203.0.113.87");
        relay(Relay.Use.WHEN_REFUSED, relay);
        judged(PASS, "dns.spf.relay");
    }

    @Test
    void behind_a_relay_the_home_need_not_be_named() throws InterruptedException {
        publish("v=spf1 a:relay.example.com -all");
        world.publishes("relay.example.com", "A", "203.0.113.87");
        relay(Relay.Use.ALWAYS, "relay.example.com");
        judged(PASS, "dns.spf.relay");
    }

    @Test
    void a_relay_that_nobody_can_look_up_is_not_called_forbidden() throws InterruptedException {
        publish("v=spf1 mx ~all");
        World.all(world).forEach(server -> server.failsFor("relay.example.com", "A"));
        relay(Relay.Use.ALWAYS, "relay.example.com");
        judged(UNKNOWN, "dns.spf.relay.unknown");
    }

    @Test
    void an_include_that_nobody_can_look_up_decides_nothing() throws InterruptedException {
        publish("v=spf1 include:late.example.net mx ~all");
        World.all(world).forEach(server -> server.failsFor("late.example.net", "TXT"));
        judged(UNKNOWN, "dns.untold");
    }

    @Test
    void the_host_s_own_record_is_a_comfort_but_must_not_forbid() throws InterruptedException {
        assertThat(world.judged(new HostSpfCheck(), WARN, "dns.spf-host.none").severity())
                .isEqualTo(Severity.INFORMATION);
        world.publishes("mail.example.org", "TXT", "\"v=spf1 -all\"");
        assertThat(world.judged(new HostSpfCheck(), WARN, "dns.spf-host.bad").severity())
                .isEqualTo(Severity.WARNING);
        World.all(world).forEach(server -> server.forgets("mail.example.org"));
        world.publishes("mail.example.org", "A", World.HOME)
                .publishes("mail.example.org", "TXT", "\"v=spf1 a -all\"");
        world.judged(new HostSpfCheck(), PASS, "dns.spf-host.ok");
        relay(Relay.Use.ALWAYS, "relay.example.com");
        world.judged(new HostSpfCheck(), NOT_APPLICABLE, "dns.spf-host.none-needed");
    }
}
