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
import org.mailstation.config.Configs;
import org.mailstation.config.Ddns;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Verdict;
import org.mailstation.probe.real.ZoneServer;

class MxCheckTest {
    private World world;

    @BeforeEach
    void start() throws IOException {
        world = new World().publishes("mail.example.org", "A", World.HOME);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private Finding judged(Verdict verdict, String sentence) throws InterruptedException {
        return world.judged(new MxCheck(), verdict, sentence);
    }

    @Test
    void another_name_of_the_home_is_as_good() throws InterruptedException {
        world.publishes("example.org", "MX", "10 home.dyn.example.")
                .publishes("home.dyn.example", "A", World.HOME);
        assertThat(judged(PASS, "dns.mx.ok").sentence().args())
                .containsExactly("example.org", "home.dyn.example");
    }

    @Test
    void a_target_that_is_an_alias_for_the_station_is_told() throws InterruptedException {
        world.publishes("example.org", "MX", "10 post.example.org.")
                .publishes("post.example.org", "CNAME", "mail.example.org.");
        assertThat(judged(WARN, "dns.mx.alias").severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void the_station_s_own_name_must_not_be_an_alias_either() throws InterruptedException {
        world.publishes("example.org", "MX", "10 mail.example.org.");
        World.all(world).forEach(server -> server.forgets("mail.example.org"));
        world.publishes("mail.example.org", "CNAME", "home.example.org.")
                .publishes("home.example.org", "A", World.HOME);
        judged(WARN, "dns.mx.alias");
    }

    @Test
    void an_address_instead_of_a_name_is_a_fault() throws InterruptedException {
        world.publishes("example.org", "MX", "10 198.51.100.7.");
        assertThat(judged(FAIL, "dns.mx.address").remedy())
                .isInstanceOfSatisfying(
                        Remedy.DnsRecord.class,
                        record -> assertThat(record.value()).isEqualTo("10 mail.example.org."));
    }

    @Test
    void a_target_that_is_not_there_is_a_fault_alone_and_a_warning_beside_ours()
            throws InterruptedException {
        world.publishes("example.org", "MX", "20 old.example.org.");
        assertThat(judged(FAIL, "dns.mx.nowhere").severity()).isEqualTo(Severity.CRITICAL);
        world.publishes("example.org", "MX", "10 mail.example.org.");
        judged(WARN, "dns.mx.dangling");
        world.publishes("example.org", "MX", "5 older.example.org.");
        assertThat(judged(WARN, "dns.mx.dangling").sentence().args().getLast())
                .isEqualTo("older.example.org, old.example.org");
    }

    @Test
    void a_target_with_ipv6_only_is_somebody_else_s() throws InterruptedException {
        world.publishes("example.org", "MX", "10 six.example.org.")
                .publishes("six.example.org", "AAAA", "2001:db8::25");
        judged(FAIL, "dns.mx.elsewhere");
    }

    @Test
    void without_the_own_address_another_name_is_neither_right_nor_wrong()
            throws InterruptedException {
        world.publishes("example.org", "MX", "10 home.dyn.example.")
                .publishes("home.dyn.example", "A", World.HOME);
        world.line = () -> new PublicLine.Unknown(List.of());
        judged(UNKNOWN, "dns.mx.unknown");
    }

    @Test
    void a_target_that_nobody_can_look_up_is_not_called_dangling() throws InterruptedException {
        world.publishes("example.org", "MX", "10 mail.other.example.");
        World.all(world).forEach(server -> server.failsFor("mail.other.example", "A"));
        judged(UNKNOWN, "dns.mx.unknown");
    }

    @Test
    void whose_provider_takes_no_mx_is_not_told_to_publish_one() throws InterruptedException {
        world.config =
                Configs.with(world.config, "ddns", new Ddns("duckdns", "example.org", "", ""));
        world.publishes("example.org", "TXT", "x");
        assertThat(judged(FAIL, "dns.mx.none").remedy()).isInstanceOf(Remedy.AskProvider.class);
    }

    @Test
    void names_are_compared_without_regard_to_capitals() throws InterruptedException {
        for (ZoneServer server : World.all(world)) {
            server.has("example.org", "MX", "10 MAIL.Example.ORG.");
        }
        judged(PASS, "dns.mx.ok");
    }
}
