package org.mailstation.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailstation.ddns.update.Web;
import org.mailstation.probe.Dns;
import org.mailstation.probe.DnsAnswer;
import org.mailstation.probe.DnsQuestion;
import org.mailstation.probe.DnsReply;
import org.mailstation.probe.NameServer;
import org.mailstation.probe.Referral;
import org.mailstation.records.ComparedRecords;
import org.mailstation.records.Comparison;
import org.mailstation.words.RecordWords;
import org.xbill.DNS.Rcode;

class RecordsLookTest {
    private World world;

    @BeforeEach
    void start() throws IOException {
        world = new World();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private List<String> states() throws InterruptedException {
        return RecordsLook.look(world.scene()).list().stream()
                .map(one -> one.state() + " " + one.wanted().name() + " " + one.wanted().type())
                .toList();
    }

    @Test
    void a_healthy_home_lacks_comforts_only() throws InterruptedException {
        world.healthy();
        ComparedRecords records = RecordsLook.look(world.scene());
        assertThat(records.complete()).isTrue();
        assertThat(states())
                .containsExactly(
                        "MATCHES mail.example.org A",
                        "MATCHES example.org MX",
                        "MATCHES example.org TXT",
                        "MATCHES _dmarc.example.org TXT",
                        "MISSING _smtp._tls.example.org TXT",
                        "MISSING _imaps._tcp.example.org SRV",
                        "MISSING _submissions._tcp.example.org SRV",
                        "MISSING mail.example.org TXT",
                        "MATCHES 7.100.51.198.in-addr.arpa PTR");
    }

    @Test
    void what_differs_is_shown_with_what_is_there() throws InterruptedException {
        world.publishes("example.org", "MX", "10 mx.hoster.example.");
        ComparedRecords records = RecordsLook.look(world.scene());
        assertThat(records.complete()).isFalse();
        assertThat(RecordWords.lines(records))
                .contains("(!) example.org. MX 10 mail.example.org.")
                .anyMatch(
                        line -> line.startsWith("    ") && line.endsWith("10 mx.hoster.example."));
    }

    @Test
    void servers_that_contradict_each_other_differ() throws InterruptedException {
        world.first.has("example.org", "MX", "10 mail.example.org.");
        world.second.has("example.org", "MX", "10 old.example.org.");
        assertThat(states()).contains("DIFFERS example.org MX");
    }

    @Test
    void what_nobody_tells_is_called_neither_missing_nor_there() throws InterruptedException {
        World.all(world).forEach(server -> server.answersAlways(Rcode.SERVFAIL));
        world.parent.answersAlways(Rcode.SERVFAIL);
        assertThat(states()).allMatch(state -> state.startsWith("UNTOLD"));
        assertThat(RecordsLook.look(world.scene()).complete()).isFalse();
    }

    @Test
    void the_zone_file_ends_with_what_is_not_proposed() throws InterruptedException {
        world.healthy();
        List<String> lines = RecordWords.zone(RecordsLook.look(world.scene()));
        assertThat(lines)
                .contains("example.org. 3600 IN TXT \"v=spf1 mx ~all\"")
                .allMatch(line -> line.startsWith(";") || line.contains(" 3600 IN "));
        assertThat(lines.getLast()).startsWith("; ").contains("MTA-STS");
    }

    @Test
    void a_web_server_that_never_answers_holds_nobody_up() throws InterruptedException {
        world.healthy();
        Scene hanging =
                with(world.scene(), world.scene().names(), _ -> waiting(new Web.Answer.None("")));
        assertThat(RecordsLook.look(hanging, Duration.ofMillis(50), Duration.ofMinutes(1)).list())
                .extracting(one -> one.state() + " " + one.wanted().type())
                .contains("MATCHES MX");
    }

    @Test
    void what_nobody_told_in_time_is_not_called_missing() throws InterruptedException {
        world.healthy();
        Scene usual = world.scene();
        Scene hanging = with(usual, new PublicNames(new MuteDns(), usual.landmarks()), usual.web());
        ComparedRecords records =
                RecordsLook.look(hanging, Duration.ofMillis(50), Duration.ofMillis(50));
        assertThat(records.list())
                .isNotEmpty()
                .allMatch(one -> one.state() == Comparison.State.UNTOLD);
    }

    private static Scene with(Scene usual, PublicNames names, Web web) {
        return new Scene(
                usual.vantage(),
                usual.config(),
                usual.identity(),
                usual.landmarks(),
                names,
                usual.doors(),
                usual.line(),
                usual.times(),
                web,
                usual.clock());
    }

    /** Gives the answer only to who gives up. */
    private static <T> T waiting(T answer) {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
        return answer;
    }

    /** Whoever is asked here lets one wait. */
    private static final class MuteDns implements Dns {
        private static DnsReply mute(DnsQuestion question) {
            DnsAnswer none = new DnsAnswer.CouldNotTell(DnsAnswer.Reason.TIMEOUT, "given up");
            return waiting(new DnsReply("nobody", question, none, false, false));
        }

        @Override
        public NameServer here() {
            return MuteDns::mute;
        }

        @Override
        public NameServer resolver(InetAddress server) {
            return MuteDns::mute;
        }

        @Override
        public NameServer authority(InetAddress server) {
            return MuteDns::mute;
        }

        @Override
        public Referral refer(InetAddress server, String zone) {
            return waiting(Referral.untold(zone));
        }
    }
}
