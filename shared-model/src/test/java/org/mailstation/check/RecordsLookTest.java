package org.mailstation.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailstation.ddns.update.Web;
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
        Scene usual = world.scene();
        Scene hanging =
                new Scene(
                        usual.vantage(),
                        usual.config(),
                        usual.identity(),
                        usual.landmarks(),
                        usual.names(),
                        usual.doors(),
                        usual.line(),
                        usual.times(),
                        _ -> {
                            try {
                                new CountDownLatch(1).await();
                            } catch (InterruptedException end) {
                                Thread.currentThread().interrupt();
                            }
                            return new Web.Answer.None("given up");
                        },
                        usual.clock());
        assertThat(RecordsLook.look(hanging, Duration.ofMillis(50), Duration.ofMinutes(1)).list())
                .extracting(one -> one.state() + " " + one.wanted().type())
                .contains("MATCHES MX");
    }

    @Test
    void what_nobody_told_in_time_is_not_called_missing() throws InterruptedException {
        world.healthy();
        ComparedRecords records =
                RecordsLook.look(world.scene(), Duration.ofMinutes(1), Duration.ZERO);
        assertThat(records.list())
                .isNotEmpty()
                .allMatch(one -> one.state() == Comparison.State.UNTOLD);
    }
}
