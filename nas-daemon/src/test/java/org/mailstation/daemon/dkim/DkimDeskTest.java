package org.mailstation.daemon.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.check.Landmarks;
import org.mailstation.check.PublicNames;
import org.mailstation.control.DkimEntry;
import org.mailstation.control.DkimEntry.Publication;
import org.mailstation.control.DkimRequest;
import org.mailstation.control.DkimRequest.Wanted;
import org.mailstation.control.DkimStatus;
import org.mailstation.daemon.apply.HandTimer;
import org.mailstation.probe.Dns;
import org.mailstation.probe.DnsAnswer;
import org.mailstation.probe.DnsQuestion;
import org.mailstation.probe.DnsReply;
import org.mailstation.probe.NameServer;
import org.mailstation.probe.RecordType;
import org.mailstation.probe.Referral;

/** When a new key takes over, in a DNS of the test. */
class DkimDeskTest implements Dns {
    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

    @TempDir Path folder;

    private final Map<String, List<String>> records = new ConcurrentHashMap<>();
    private final HandTimer timer = new HandTimer();
    private boolean silent;
    private List<String> domains = List.of("home.test", "other.test");
    private StationKeys keys;
    private DkimDesk desk;

    @BeforeEach
    void open() {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        keys = new StationKeys(folder.resolve("dkim.json"), clock, new SecureRandom());
        Landmarks landmarks = new Landmarks(List.of("9.9.9.9"), List.of());
        desk = new DkimDesk(keys, () -> domains, () -> new PublicNames(this, landmarks), timer);
    }

    @Override
    public NameServer here() {
        return this::reply;
    }

    @Override
    public NameServer resolver(InetAddress server) {
        return this::reply;
    }

    @Override
    public NameServer authority(InetAddress server) {
        return this::reply;
    }

    @Override
    public Referral refer(InetAddress server, String zone) {
        return Referral.untold(zone);
    }

    private DnsReply reply(DnsQuestion question) {
        List<String> values = records.get(question.name());
        DnsAnswer answer =
                silent
                        ? new DnsAnswer.CouldNotTell(DnsAnswer.Reason.TIMEOUT, "no answer")
                        : values == null || question.type() != RecordType.TXT
                                ? new DnsAnswer.NoSuchName()
                                : new DnsAnswer.Records(values, Duration.ofMinutes(1), List.of());
        return new DnsReply("test", question, answer, true, false);
    }

    private DkimStatus tell() {
        return desk.answer(new DkimRequest(Wanted.TELL));
    }

    private DkimStatus rotate() {
        return desk.answer(new DkimRequest(Wanted.ROTATE));
    }

    private void publish(DkimEntry entry) {
        records.put(entry.name(), List.of(entry.value()));
    }

    private static List<Publication> seen(DkimStatus status) {
        return status.records().stream().map(DkimEntry::published).toList();
    }

    private String signs() {
        return Objects.requireNonNull(keys.current()).selector();
    }

    @Test
    void each_domain_gets_its_record_and_is_told_whether_it_is_there() {
        DkimStatus status = tell();
        assertThat(status.records())
                .extracting(DkimEntry::name)
                .containsExactly(
                        "ms20260501._domainkey.home.test", "ms20260501._domainkey.other.test");
        assertThat(status.records().getFirst().value()).startsWith("v=DKIM1; k=rsa; p=MII");
        assertThat(seen(status)).containsExactly(Publication.NO, Publication.NO);

        publish(status.records().getFirst());
        records.put(
                status.records().getLast().name(),
                List.of(status.records().getLast().value().substring(0, 255)));
        assertThat(seen(tell())).containsExactly(Publication.YES, Publication.OTHER);
        silent = true;
        assertThat(seen(tell())).containsExactly(Publication.UNKNOWN, Publication.UNKNOWN);
    }

    @Test
    void a_new_key_signs_only_when_every_domain_has_published_it() {
        tell().records().forEach(this::publish);
        DkimStatus waiting = rotate();
        assertThat(waiting.records()).hasSize(4);
        assertThat(seen(waiting))
                .containsExactly(Publication.YES, Publication.YES, Publication.NO, Publication.NO);

        publish(waiting.records().get(2));
        assertThat(tell().switched()).isFalse();
        assertThat(signs()).isEqualTo("ms20260501");

        publish(waiting.records().get(3));
        DkimStatus done = tell();
        assertThat(done.switched()).isTrue();
        assertThat(signs()).isEqualTo("ms20260501b");
        assertThat(seen(done)).containsExactly(Publication.YES, Publication.YES);
        assertThat(tell().switched()).isFalse();
    }

    @Test
    void a_domain_that_never_had_a_record_does_not_hold_up_the_others() {
        publish(tell().records().getFirst());
        publish(rotate().records().get(2));
        assertThat(tell().switched()).isTrue();
    }

    @Test
    void a_dns_that_does_not_answer_changes_nothing() {
        tell().records().forEach(this::publish);
        rotate().records().forEach(this::publish);
        silent = true;
        assertThat(tell().switched()).isFalse();
        assertThat(signs()).isEqualTo("ms20260501");
    }

    @Test
    void keys_that_nobody_has_published_stay_as_they_are() {
        rotate();
        assertThat(tell().switched()).isFalse();
        assertThat(signs()).isEqualTo("ms20260501");
        domains = List.of();
        assertThat(tell().records()).isEmpty();
        assertThat(signs()).isEqualTo("ms20260501");
    }

    @Test
    void while_a_key_waits_the_station_looks_by_itself() {
        desk.start();
        timer.goOn(DkimDesk.PERIOD);
        rotate().records().forEach(this::publish);
        timer.goOn(DkimDesk.PERIOD);
        assertThat(signs()).isEqualTo("ms20260501b");
        desk.close();
    }
}
