package org.mailstation.daemon.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;

class DnsMxTest {
    private TestDns dns;
    private MxLookup lookup;

    @BeforeEach
    void start() throws IOException {
        dns = new TestDns();
        lookup = new DnsMx(dns::resolver, new Random(1));
    }

    @AfterEach
    void stop() {
        dns.close();
    }

    private void mx(String domain, int preference, String host) throws TextParseException {
        dns.add(
                new MXRecord(
                        Name.fromString(domain), DClass.IN, 60, preference, Name.fromString(host)));
    }

    @Test
    void servers_come_in_the_order_of_their_preference() throws IOException {
        mx("away.test.", 20, "b.away.test.");
        mx("away.test.", 10, "a.away.test.");
        mx("away.test.", 30, "c.away.test.");

        assertThat(lookup.ask("away.test"))
                .isEqualTo(
                        new MxAnswer.Hosts(List.of("a.away.test", "b.away.test", "c.away.test")));
    }

    @Test
    void servers_of_one_preference_take_turns() throws IOException {
        mx("away.test.", 10, "a.away.test.");
        mx("away.test.", 10, "b.away.test.");
        Set<MxAnswer> answers = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            answers.add(lookup.ask("away.test"));
        }

        assertThat(answers).hasSize(2);
    }

    @Test
    void a_domain_without_mx_but_with_an_address_is_its_own_server() throws IOException {
        dns.add(
                new ARecord(
                        Name.fromString("away.test."),
                        DClass.IN,
                        60,
                        InetAddress.getByName("192.0.2.1")));

        assertThat(lookup.ask("away.test")).isEqualTo(new MxAnswer.Hosts(List.of("away.test")));
    }

    @Test
    void a_null_mx_means_that_no_mail_is_taken() throws IOException {
        mx("silent.test.", 0, ".");

        assertThat(lookup.ask("silent.test")).isEqualTo(new MxAnswer.TakesNoMail());
    }

    @Test
    void an_unknown_domain_and_one_without_any_server_are_no_mail_domains() throws IOException {
        dns.add(new TXTRecord(Name.fromString("text.test."), DClass.IN, 60, "only text"));

        assertThat(lookup.ask("missing.test")).isEqualTo(new MxAnswer.NoSuchDomain());
        assertThat(lookup.ask("text.test")).isEqualTo(new MxAnswer.NoSuchDomain());
    }

    @Test
    void a_name_server_that_fails_says_neither_yes_nor_no() {
        dns.fail("away.test.");

        assertThat(lookup.ask("away.test")).isInstanceOf(MxAnswer.CouldNotTell.class);
    }

    @Test
    void yesterdays_answer_is_not_kept() throws IOException {
        assertThat(lookup.ask("away.test")).isEqualTo(new MxAnswer.NoSuchDomain());

        mx("away.test.", 10, "a.away.test.");

        assertThat(lookup.ask("away.test")).isEqualTo(new MxAnswer.Hosts(List.of("a.away.test")));
    }

    @Test
    void tries_come_in_growing_pauses_of_minutes_to_hours_for_days() {
        RetrySchedule schedule = RetrySchedule.STANDARD;

        assertThat(schedule.pauses()).isSorted();
        assertThat(schedule.pauseAfter(1)).isGreaterThanOrEqualTo(Duration.ofMinutes(1));
        assertThat(schedule.pauseAfter(1000)).isEqualTo(Duration.ofHours(4));
        assertThat(schedule.giveUpAfter()).isBetween(Duration.ofDays(4), Duration.ofDays(5));
    }
}
