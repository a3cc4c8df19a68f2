package org.mailstation.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailstation.finding.Verdict.FAIL;
import static org.mailstation.finding.Verdict.PASS;
import static org.mailstation.finding.Verdict.UNKNOWN;
import static org.mailstation.finding.Verdict.WARN;

import java.io.IOException;
import java.util.List;
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
import org.xbill.DNS.Rcode;

class BlockListChecksTest {
    private static final String ENTRY = "7.100.51.198.zen.spamhaus.org";

    private World world;

    @BeforeEach
    void start() throws IOException {
        world = new World();
        world.router
                .has("2.0.0.127.zen.spamhaus.org", "A", "127.0.0.2")
                .has("2.0.0.127.zen.spamhaus.org", "A", "127.0.0.10")
                .has("dbltest.com.dbl.spamhaus.org", "A", "127.0.1.2")
                .has("com", "NS", "a.gtld-servers.net.");
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private void relay(Relay.Use use) {
        world.config =
                Configs.with(
                        world.config,
                        "relay",
                        new Relay(use, "relay.example", 587, Relay.Security.STARTTLS, "anna"));
    }

    @Test
    void an_address_that_no_list_has_is_fine_if_the_list_answers_to_us()
            throws InterruptedException {
        Finding found = world.judged(new AddressListCheck(), PASS, "dns.blocklist.ok");
        assertThat(found.check()).isEqualTo("dns.blocklist.address:zen.spamhaus.org");
        assertThat(found.evidence()).hasSize(2);
    }

    @Test
    void a_list_without_its_test_entry_has_said_nothing() throws InterruptedException {
        world.router.forgets("2.0.0.127.zen.spamhaus.org");
        world.judged(new AddressListCheck(), UNKNOWN, "dns.blocklist.unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.2,  dns.blocklist.spam",
        "127.0.0.3,  dns.blocklist.spam",
        "127.0.0.9,  dns.blocklist.spam",
        "127.0.0.4,  dns.blocklist.infected",
        "127.0.0.7,  dns.blocklist.infected",
    })
    void what_spamhaus_says_is_told_in_words(String code, String sentence)
            throws InterruptedException {
        world.router.has(ENTRY, "A", code);
        world.judged(new AddressListCheck(), FAIL, sentence);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.10", "127.0.0.11"})
    void a_home_line_is_no_shame_and_needs_a_relay(String code) throws InterruptedException {
        world.router.has(ENTRY, "A", code);
        Finding found = world.judged(new AddressListCheck(), WARN, "dns.blocklist.home-line");
        assertThat(found.remedy()).isInstanceOf(Remedy.ChangeSetting.class);
        relay(Relay.Use.WHEN_REFUSED);
        world.judged(new AddressListCheck(), PASS, "dns.blocklist.home-line.relay");
    }

    @Test
    void of_several_reasons_the_worst_counts() throws InterruptedException {
        world.router.has(ENTRY, "A", "127.0.0.10").has(ENTRY, "A", "127.0.0.4");
        world.judged(new AddressListCheck(), FAIL, "dns.blocklist.infected");
    }

    @ParameterizedTest
    @CsvSource({"127.255.255.252", "127.255.255.254", "127.255.255.255", "203.0.113.80"})
    void a_refusal_and_a_page_of_the_provider_are_no_listing(String answer)
            throws InterruptedException {
        world.router.has(ENTRY, "A", answer).has("2.0.0.127.zen.spamhaus.org", "A", answer);
        world.judged(new AddressListCheck(), UNKNOWN, "dns.blocklist.unknown");
    }

    @Test
    void a_test_entry_that_is_refused_says_nothing_either() throws InterruptedException {
        world.router
                .forgets("2.0.0.127.zen.spamhaus.org")
                .has("2.0.0.127.zen.spamhaus.org", "A", "127.255.255.254");
        world.judged(new AddressListCheck(), UNKNOWN, "dns.blocklist.unknown");
    }

    @Test
    void a_list_that_lists_the_whole_world_is_not_believed() throws InterruptedException {
        world.router
                .has(ENTRY, "A", "127.0.0.2")
                .has("1.0.0.127.zen.spamhaus.org", "A", "127.0.0.2");
        world.judged(new AddressListCheck(), UNKNOWN, "dns.blocklist.unknown");
    }

    @Test
    void a_name_server_that_fails_has_not_said_that_the_address_is_clean()
            throws InterruptedException {
        world.router.answersAlways(Rcode.SERVFAIL);
        world.judged(new AddressListCheck(), UNKNOWN, "dns.blocklist.unknown");
        world.judged(new NameListCheck(), UNKNOWN, "dns.blocklist.unknown");
    }

    @Test
    void without_an_address_there_is_nothing_to_look_up() throws InterruptedException {
        world.line = () -> new PublicLine.Unknown(List.of());
        world.judged(new AddressListCheck(), UNKNOWN, "line.unknown");
    }

    @Test
    void a_relay_makes_a_listing_less_serious_but_not_good() throws InterruptedException {
        world.router.has(ENTRY, "A", "127.0.0.2");
        assertThat(world.look(new AddressListCheck()).severity()).isEqualTo(Severity.ERROR);
        relay(Relay.Use.ALWAYS);
        assertThat(world.look(new AddressListCheck()).severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void a_domain_with_a_bad_reputation_is_named() throws InterruptedException {
        world.judged(new NameListCheck(), PASS, "dns.blocklist.ok");
        world.router.has("example.org.dbl.spamhaus.org", "A", "127.0.1.2");
        Finding found = world.judged(new NameListCheck(), FAIL, "dns.blocklist.name");
        assertThat(found.sentence().args()).containsExactly("example.org", "dbl.spamhaus.org");
    }

    @Test
    void a_name_server_that_lists_answer_to_and_that_proves_is_fit() throws InterruptedException {
        world.router.provesAnswers();
        world.judged(new ResolverFitCheck(), PASS, "dns.resolver.ok");
    }

    @Test
    void a_name_server_that_lists_refuse_is_known_for_it() throws InterruptedException {
        world.router
                .forgets("2.0.0.127.zen.spamhaus.org")
                .has("2.0.0.127.zen.spamhaus.org", "A", "127.255.255.254");
        Finding found = world.judged(new ResolverFitCheck(), WARN, "dns.resolver.refused");
        assertThat(found.severity()).isEqualTo(Severity.INFORMATION);
    }

    @Test
    void a_name_server_that_proves_nothing_is_information_only() throws InterruptedException {
        Finding found = world.judged(new ResolverFitCheck(), WARN, "dns.resolver.unproven");
        assertThat(found.severity()).isEqualTo(Severity.INFORMATION);
    }

    @Test
    void a_name_server_that_fails_is_not_called_unfit() throws InterruptedException {
        world.router.answersAlways(Rcode.SERVFAIL);
        world.judged(new ResolverFitCheck(), UNKNOWN, "dns.resolver.silent");
    }
}
