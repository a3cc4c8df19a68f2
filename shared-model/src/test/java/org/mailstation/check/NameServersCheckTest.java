package org.mailstation.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailstation.finding.Verdict.FAIL;
import static org.mailstation.finding.Verdict.PASS;
import static org.mailstation.finding.Verdict.UNKNOWN;
import static org.mailstation.finding.Verdict.WARN;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailstation.finding.Severity;
import org.xbill.DNS.Rcode;

class NameServersCheckTest {
    private World world;

    @BeforeEach
    void start() throws IOException {
        world = new World().healthy();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    /** As a real resolver does if it reaches none of a zone's servers. */
    private void resolversFail() {
        for (String type : new String[] {"NS", "SOA", "MX", "TXT", "A"}) {
            world.resolver.failsFor("example.org", type);
            world.router.failsFor("example.org", type);
            world.resolver.failsFor("mail.example.org", type);
            world.router.failsFor("mail.example.org", type);
        }
    }

    @Test
    void servers_that_are_all_down_are_found_from_above() throws InterruptedException {
        world.first.fallsSilent();
        world.second.fallsSilent();
        resolversFail();
        assertThat(world.judged(new NameServersCheck(), FAIL, "dns.servers.silent").severity())
                .isEqualTo(Severity.CRITICAL);
        world.judged(new MxCheck(), UNKNOWN, "dns.untold");
    }

    @Test
    void servers_that_all_answer_with_an_error_are_told_so() throws InterruptedException {
        world.first.answersAlways(Rcode.SERVFAIL);
        world.second.answersAlways(Rcode.SERVFAIL);
        resolversFail();
        world.judged(new NameServersCheck(), FAIL, "dns.servers.all-failing");
    }

    @Test
    void servers_that_all_do_not_know_the_zone_are_lame() throws InterruptedException {
        world.first.answersAlways(Rcode.REFUSED);
        world.second.answersAlways(Rcode.REFUSED);
        resolversFail();
        world.judged(new NameServersCheck(), FAIL, "dns.servers.all-lame");
    }

    @Test
    void one_that_answers_with_an_error_or_not_at_all_is_named() throws InterruptedException {
        world.second.answersAlways(Rcode.SERVFAIL);
        assertThat(
                        world.judged(new NameServersCheck(), FAIL, "dns.servers.some-failing")
                                .sentence()
                                .args())
                .containsExactly("example.org", "ns2.example.net");
        world.second.fallsSilent();
        world.judged(new NameServersCheck(), WARN, "dns.servers.some-silent");
        world.judged(new MxCheck(), PASS, "dns.mx.ok");
    }

    @Test
    void a_server_that_is_behind_is_information() throws InterruptedException {
        world.second
                .forgets("example.org")
                .has("example.org", "SOA", "ns1.example.net. admin.example.org. 7 2 3 4 5");
        assertThat(world.judged(new NameServersCheck(), WARN, "dns.servers.serials").severity())
                .isEqualTo(Severity.INFORMATION);
    }

    @Test
    void those_above_and_the_zone_itself_agree() throws InterruptedException {
        world.judged(new DelegationCheck(), PASS, "dns.delegation.ok");
    }

    @Test
    void a_server_that_only_those_above_know_must_know_the_zone() throws InterruptedException {
        world.parent.delegates("example.org", "ns3.example.net.", "203.0.113.53");
        assertThat(
                        world.judged(new DelegationCheck(), FAIL, "dns.delegation.lame")
                                .sentence()
                                .args())
                .containsExactly("example.org", "ns3.example.net");
    }

    @Test
    void a_second_name_for_a_good_server_is_information() throws InterruptedException {
        world.parent.delegates("example.org", "ns4.example.net.", "203.0.113.1");
        assertThat(world.judged(new DelegationCheck(), WARN, "dns.delegation.differs").severity())
                .isEqualTo(Severity.INFORMATION);
    }

    @Test
    void if_those_above_do_not_answer_nothing_is_said() throws InterruptedException {
        world.parent.fallsSilent();
        assertThat(
                        world.judged(new DelegationCheck(), UNKNOWN, "dns.delegation.unknown")
                                .severity())
                .isEqualTo(Severity.INFORMATION);
    }
}
