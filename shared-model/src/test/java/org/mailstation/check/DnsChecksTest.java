package org.mailstation.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailstation.finding.Verdict.FAIL;
import static org.mailstation.finding.Verdict.NOT_APPLICABLE;
import static org.mailstation.finding.Verdict.PASS;
import static org.mailstation.finding.Verdict.UNKNOWN;
import static org.mailstation.finding.Verdict.WARN;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailstation.config.Configs;
import org.mailstation.config.Relay;
import org.mailstation.config.StationConfig;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Verdict;
import org.xbill.DNS.Rcode;

class DnsChecksTest {
    private World world;

    @BeforeEach
    void start() throws IOException {
        world = new World();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private void judged(Check check, Verdict verdict, String sentence) throws InterruptedException {
        Finding found = world.look(check);
        assertThat(found.sentence().key()).isEqualTo(sentence);
        assertThat(found.verdict()).isEqualTo(verdict);
    }

    @Test
    void in_a_healthy_home_every_check_of_the_names_passes() throws InterruptedException {
        world.healthy();
        for (Check check :
                List.of(
                        new MxCheck(),
                        new HostAddressCheck(),
                        new ResolverCheck(),
                        new SpfCheck(),
                        new DmarcCheck(),
                        new ReverseNameCheck())) {
            Finding found = world.look(check);
            assertThat(found.verdict()).as(found.sentence().key()).isEqualTo(PASS);
        }
        assertThat(new NameServersCheck().look(world.scene()))
                .extracting(Finding::verdict)
                .containsOnly(PASS);
    }

    @Test
    void a_domain_without_mx_gets_the_record_to_publish() throws InterruptedException {
        world.publishes("example.org", "A", World.HOME);
        Finding found = world.look(new MxCheck());
        assertThat(found.verdict()).isEqualTo(FAIL);
        assertThat(found.remedy())
                .isInstanceOfSatisfying(
                        Remedy.DnsRecord.class,
                        record -> {
                            assertThat(record.type()).isEqualTo("MX");
                            assertThat(record.name()).isEqualTo("example.org.");
                            assertThat(record.value()).isEqualTo("10 mail.example.org.");
                        });
    }

    @Test
    void a_host_that_is_its_own_mail_domain_needs_no_mx() throws InterruptedException {
        world.config = StationConfig.minimal("home.example.org", "home.example.org", List.of());
        world.publishes("home.example.org", "A", World.HOME);
        judged(new MxCheck(), PASS, "dns.mx.implicit");
    }

    @Test
    void an_mx_that_leads_elsewhere_is_named() throws InterruptedException {
        world.publishes("example.org", "MX", "10 mx.hoster.example.")
                .publishes("mx.hoster.example", "A", "192.0.2.25");
        judged(new MxCheck(), FAIL, "dns.mx.elsewhere");
        assertThat(world.look(new MxCheck()).sentence().args())
                .containsExactly("example.org", "mx.hoster.example", "mail.example.org");
    }

    @Test
    void an_old_mx_behind_ours_is_a_warning_and_before_ours_a_fault() throws InterruptedException {
        world.publishes("example.org", "MX", "10 mail.example.org.")
                .publishes("mail.example.org", "A", World.HOME)
                .publishes("mx.hoster.example", "A", "192.0.2.25")
                .publishes("old.hoster.example", "A", "192.0.2.26")
                .publishes("example.org", "MX", "20 mx.hoster.example.");
        judged(new MxCheck(), WARN, "dns.mx.leftover");
        world.publishes("example.org", "MX", "5 old.hoster.example.");
        judged(new MxCheck(), FAIL, "dns.mx.elsewhere");
    }

    @Test
    void the_null_mx_says_no_letters_at_all() throws InterruptedException {
        world.publishes("example.org", "MX", "0 .");
        judged(new MxCheck(), FAIL, "dns.mx.null");
    }

    @Test
    void name_servers_that_contradict_each_other_are_a_fault() throws InterruptedException {
        world.first.has("example.org", "MX", "10 mail.example.org.");
        world.second.has("example.org", "MX", "10 old.example.org.");
        judged(new MxCheck(), FAIL, "dns.different");
    }

    @Test
    void an_address_of_yesterday_is_named_with_that_of_today() throws InterruptedException {
        world.publishes("mail.example.org", "A", "198.51.100.99");
        Finding found = world.look(new HostAddressCheck());
        assertThat(found.sentence().key()).isEqualTo("dns.address.stale");
        assertThat(found.sentence().args())
                .containsExactly("mail.example.org", "198.51.100.99", World.HOME);
    }

    @Test
    void an_address_of_the_home_network_in_the_world_s_dns_is_a_fault()
            throws InterruptedException {
        world.publishes("mail.example.org", "A", "192.168.1.5");
        judged(new HostAddressCheck(), FAIL, "dns.address.private");
    }

    @Test
    void without_knowing_the_own_address_no_name_is_called_right_or_wrong()
            throws InterruptedException {
        world.publishes("mail.example.org", "A", World.HOME);
        world.line = () -> new PublicLine.Unknown(List.of());
        judged(new HostAddressCheck(), UNKNOWN, "dns.address.unknown-line");
    }

    @Test
    void servers_that_fail_have_not_said_that_there_is_no_record() throws InterruptedException {
        world.first.answersAlways(Rcode.SERVFAIL);
        world.second.answersAlways(Rcode.SERVFAIL);
        world.resolver.answersAlways(Rcode.SERVFAIL);
        world.router.answersAlways(Rcode.SERVFAIL);
        judged(new MxCheck(), UNKNOWN, "dns.untold");
        judged(new HostAddressCheck(), UNKNOWN, "dns.untold");
    }

    @Test
    void where_the_zone_s_servers_cannot_be_asked_the_public_resolvers_tell()
            throws InterruptedException {
        world.publishes("example.org", "MX", "10 mail.example.org.");
        world.first.answersAlways(Rcode.REFUSED);
        world.second.answersAlways(Rcode.REFUSED);
        judged(new MxCheck(), PASS, "dns.mx.ok");
    }

    @Test
    void a_router_that_hides_names_of_the_home_is_told_with_what_to_do()
            throws InterruptedException {
        world.healthy();
        world.router.forgets("mail.example.org").has("mail.example.org", "TXT", "x");
        judged(new ResolverCheck(), WARN, "dns.here.filtered");
    }

    @Test
    void a_router_that_leads_straight_to_the_station_is_fine() throws InterruptedException {
        world.healthy();
        world.router.forgets("mail.example.org").has("mail.example.org", "A", "192.168.1.5");
        judged(new ResolverCheck(), PASS, "dns.here.inside");
    }

    @Test
    void a_router_s_name_server_that_fails_is_a_fault_of_the_router() throws InterruptedException {
        world.healthy();
        world.router.answersAlways(Rcode.SERVFAIL);
        judged(new ResolverCheck(), FAIL, "dns.here.silent");
    }

    @Test
    void a_question_that_was_lost_on_its_way_is_asked_again() throws InterruptedException {
        world.healthy();
        world.router.losesOne();
        judged(new ResolverCheck(), PASS, "dns.here.ok");
        world.router.fallsSilent();
        judged(new ResolverCheck(), FAIL, "dns.here.silent");
    }

    @Test
    void spf_is_evaluated_for_the_address_that_letters_come_from() throws InterruptedException {
        world.publishes("example.org", "TXT", "\"v=spf1 ip4:203.0.113.9 -all\"");
        judged(new SpfCheck(), FAIL, "dns.spf.forbidden");
    }

    @Test
    void two_spf_records_and_none_are_told_apart() throws InterruptedException {
        world.publishes("example.org", "TXT", "\"another text\"");
        judged(new SpfCheck(), WARN, "dns.spf.none");
        world.publishes("example.org", "TXT", "\"v=spf1 mx ~all\"")
                .publishes("example.org", "TXT", "\"v=spf1 a ~all\"");
        judged(new SpfCheck(), FAIL, "dns.spf.several");
    }

    @Test
    void an_spf_record_with_a_mistake_is_malformed() throws InterruptedException {
        world.publishes("example.org", "TXT", "\"v=spf1 ipv4:198.51.100.7 -all\"");
        judged(new SpfCheck(), FAIL, "dns.spf.malformed");
    }

    @Test
    void behind_a_relay_the_own_address_needs_no_name() throws InterruptedException {
        world.healthy();
        Relay relay =
                new Relay(Relay.Use.ALWAYS, "relay.example", 587, Relay.Security.STARTTLS, "anna");
        world.config = Configs.with(world.config, "relay", relay);
        judged(new ReverseNameCheck(), NOT_APPLICABLE, "dns.reverse.relay");
    }

    @Test
    void a_dmarc_record_without_policy_is_malformed() throws InterruptedException {
        world.publishes("_dmarc.example.org", "TXT", "\"v=DMARC1; rua=mailto:x@example.org\"");
        judged(new DmarcCheck(), FAIL, "dns.dmarc.mistake");
    }

    @Test
    void an_address_with_the_provider_s_name_is_a_warning() throws InterruptedException {
        world.publishes("7.100.51.198.in-addr.arpa", "PTR", "p7.dyn.provider.example.")
                .publishes("p7.dyn.provider.example", "A", World.HOME);
        judged(new ReverseNameCheck(), WARN, "dns.reverse.generic");
    }

    @Test
    void a_server_that_does_not_know_the_zone_is_lame() throws InterruptedException {
        world.second.answersAlways(Rcode.REFUSED);
        Finding found = new NameServersCheck().look(world.scene()).getFirst();
        assertThat(found.sentence().key()).isEqualTo("dns.servers.lame");
        assertThat(found.sentence().args().getLast()).isEqualTo("ns2.example.net");
    }

    @Test
    void servers_that_nobody_hears_are_down_if_the_rest_of_the_world_answers()
            throws InterruptedException {
        world.first.fallsSilent();
        world.second.fallsSilent();
        world.resolver.failsFor("example.org", "SOA");
        Finding found = new NameServersCheck().look(world.scene()).getFirst();
        assertThat(found.sentence().key()).isEqualTo("dns.servers.silent");
    }

    @Test
    void servers_that_only_we_do_not_hear_are_not_down() throws InterruptedException {
        world.first.fallsSilent();
        world.second.fallsSilent();
        world.resolver.has("example.org", "SOA", "ns1.example.net. a.example.org. 1 2 3 4 5");
        Finding found = new NameServersCheck().look(world.scene()).getFirst();
        assertThat(found.sentence().key()).isEqualTo("dns.servers.elsewhere");
    }

    @Test
    void a_home_without_internet_says_nothing_about_the_servers() throws InterruptedException {
        World.all(world).forEach(org.mailstation.probe.real.ZoneServer::fallsSilent);
        Finding found = new NameServersCheck().look(world.scene()).getFirst();
        assertThat(found.verdict()).isEqualTo(UNKNOWN);
    }

    @Test
    void a_name_of_the_provider_that_does_not_lead_back_is_told_as_such()
            throws InterruptedException {
        world.publishes("7.100.51.198.in-addr.arpa", "PTR", "mail.other.example.");
        judged(new ReverseNameCheck(), WARN, "dns.reverse.unconfirmed");
        world.publishes("mail.other.example", "A", World.HOME);
        judged(new ReverseNameCheck(), WARN, "dns.reverse.other");
    }

    @Test
    void a_device_at_home_that_is_not_the_station_is_named() throws InterruptedException {
        world.healthy();
        world.router.forgets("mail.example.org").has("mail.example.org", "A", "192.168.1.9");
        judged(new ResolverCheck(), WARN, "dns.here.elsewhere");
        world.router.forgets("mail.example.org").has("mail.example.org", "A", "203.0.113.99");
        judged(new ResolverCheck(), WARN, "dns.here.other");
    }

    @Test
    void an_address_at_home_is_neither_right_nor_wrong_if_the_station_s_is_not_known()
            throws InterruptedException {
        world.healthy();
        world.identity = Identity.UNKNOWN;
        world.router.forgets("mail.example.org").has("mail.example.org", "A", "192.168.1.9");
        judged(new ResolverCheck(), UNKNOWN, "dns.here.inside.unknown");
    }

    @Test
    void an_address_by_which_every_computer_means_itself_is_a_fault() throws InterruptedException {
        world.publishes("mail.example.org", "A", "127.0.0.1");
        judged(new HostAddressCheck(), FAIL, "dns.address.loopback");
    }

    @Test
    void a_name_that_only_a_star_answers_was_never_entered() throws InterruptedException {
        world.publishes("mail.example.org", "A", "192.0.2.80")
                .publishes("mail-station-nobody.example.org", "A", "192.0.2.80");
        judged(new HostAddressCheck(), FAIL, "dns.address.wildcard");
        judged(new WildcardCheck(), WARN, "dns.wildcard.there");
    }

    @Test
    void a_name_that_is_an_alias_in_another_zone_leads_home_all_the_same()
            throws InterruptedException {
        for (var server : List.of(world.first, world.second)) {
            server.has("mail.example.org", "CNAME", "anna.dyn.example.");
        }
        world.resolver.has("anna.dyn.example", "A", World.HOME);
        judged(new HostAddressCheck(), WARN, "dns.address.alias");
        assertThat(world.look(new HostAddressCheck()).severity())
                .isEqualTo(org.mailstation.finding.Severity.INFORMATION);
    }

    @Test
    void an_alias_that_leads_nowhere_or_in_a_circle_is_a_name_without_address()
            throws InterruptedException {
        world.publishes("mail.example.org", "CNAME", "gone.example.org.");
        judged(new HostAddressCheck(), FAIL, "dns.address.none");
        world.publishes("gone.example.org", "CNAME", "mail.example.org.");
        judged(new HostAddressCheck(), FAIL, "dns.address.none");
    }
}
