package org.mailstation.desktop.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.config.Port;
import org.mailstation.config.Service;
import org.mailstation.config.StationConfig;
import org.mailstation.control.DdnsStatus;
import org.mailstation.control.Secret;
import org.mailstation.desktop.check.LastKnown;
import org.mailstation.desktop.check.StationCheck;
import org.mailstation.desktop.check.Visit;
import org.mailstation.desktop.fake.FakeEye;
import org.mailstation.desktop.fake.FakeNas;
import org.mailstation.desktop.fake.FakeStation;
import org.mailstation.desktop.fake.Family;
import org.mailstation.desktop.fake.HandTimer;
import org.mailstation.desktop.fake.Routers;
import org.mailstation.desktop.remote.Nas;
import org.mailstation.desktop.remote.StationFailure;
import org.mailstation.desktop.ssh.ConnectDialogue;
import org.mailstation.desktop.ssh.OnlyTheKey;
import org.mailstation.desktop.ssh.SshCredentials;
import org.mailstation.desktop.ssh.SshTarget;
import org.mailstation.desktop.words.Words;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.records.ComparedRecords;
import org.mailstation.records.Matching;
import org.mailstation.records.Wanted;

/** What is gathered, and what has changed since nothing was wrong. */
class GatheringTest {
    private static final Words WORDS = new Words(Locale.ENGLISH, ZoneOffset.UTC);
    private static final StationConfig CONFIG = Family.config("muster.example", "Anna Muster");

    @TempDir Path folder;
    private final FakeNas nas = new FakeNas();
    private final FakeEye eye = new FakeEye();
    private final HandTimer timer = new HandTimer();
    private final Clock clock = timer.withZone(ZoneOffset.UTC);

    @BeforeEach
    void healthyHome() {
        timer.set(Instant.parse("2026-05-04T06:00:00Z"));
        nas.pinned = FakeNas.KEY;
        nas.installedVersion = FakeNas.VERSION;
        nas.station.setConfig(CONFIG);
        nas.station.forwards = Routers.all();
        nas.station.ddns = ddns("198.51.100.7");
        nas.station.records = records("10 mail.muster.example.");
    }

    private static DdnsStatus ddns(String line) {
        return new DdnsStatus(
                "noip", "muster.ddns.net", line, line, null, null, null, List.of(), List.of());
    }

    private static ComparedRecords records(String mx) {
        return new ComparedRecords(
                List.of(
                        Matching.compare(
                                Wanted.mx("muster.example", "mail.muster.example"), List.of(mx))),
                List.of());
    }

    private Visit visit(String host) {
        return new Visit() {
            @Override
            public SshTarget target() {
                return new SshTarget(host, 22, "admin");
            }

            @Override
            public Nas signIn() throws FailureException {
                return nas.signIn(
                        target(),
                        new SshCredentials.Password(new Secret(nas.password)),
                        NOBODY,
                        Cancellation.never());
            }
        };
    }

    private static final ConnectDialogue NOBODY = new OnlyTheKey(_ -> false);

    private Gathered gather(String program, String host) throws FailureException {
        return new Gathering(
                        program,
                        new StationCheck(
                                List.of(eye),
                                new LastKnown(folder.resolve("last-known.json")),
                                folder.resolve("landmarks.properties"),
                                clock),
                        () -> List.of("own line"),
                        new GoodReports(folder.resolve("good")),
                        clock)
                .gather(visit(host), Steps.UNHEARD, Cancellation.never());
    }

    private Gathered gather() throws FailureException {
        return gather("1.0", "nas");
    }

    private static Paper.@Nullable Since since(Gathered gathered, boolean forum) {
        return PaperMaker.make(gathered, "admin", List.of(), forum, WORDS).since();
    }

    private static List<String> changes(Gathered gathered) {
        return Objects.requireNonNull(since(gathered, false)).changes();
    }

    @Test
    void the_first_report_has_nothing_to_compare_with_and_the_next_one_nothing_to_tell()
            throws FailureException {
        Gathered first = gather();
        assertThat(first.unasked()).isEmpty();
        assertThat(first.ownLog()).containsExactly("own line");
        assertThat(since(first, false)).isNull();
        timer.set(Instant.parse("2026-05-06T06:00:00Z"));
        Paper.Since since = Objects.requireNonNull(since(gather(), false));
        assertThat(since.changes()).isEmpty();
        assertThat(since.when()).startsWith("May 4, 2026");
    }

    @Test
    void what_changed_is_said_in_plain_words() throws FailureException {
        gather();
        timer.set(Instant.parse("2026-05-06T06:00:00Z"));
        Port imap = CONFIG.ports().of(Service.IMAPS);
        nas.station.setConfig(
                CONFIG.withPorts(
                        CONFIG.ports()
                                .with(
                                        Service.IMAPS,
                                        new Port(imap.number(), imap.external(), Port.Open.LAN))));
        nas.station.findings = List.of(FakeStation.fail("imaps", 993));
        nas.station.forwards = Routers.half();
        nas.station.ddns = ddns("198.51.100.99");
        nas.station.records = records("5 old.muster.example.");
        assertThat(changes(gather("1.1", "nas")))
                .contains(
                        "A setting was changed. Reading, IMAP (TLS): open to the home network only.",
                        "The home's address on the Internet was 198.51.100.7, now it is 198.51.100.99.",
                        "The router led port 993 to the NAS; now it does not.",
                        "In the DNS, muster.example MX was “10 mail.muster.example.”, and now is “5 old.muster.example.”.",
                        "This program was version 1.0, now it is version 1.1.")
                .hasSize(5);
    }

    @Test
    void what_was_broken_is_no_measure_for_what_comes_after_it() throws FailureException {
        gather();
        timer.set(Instant.parse("2026-05-06T06:00:00Z"));
        nas.station.findings = List.of(FakeStation.fail("imaps", 993));
        nas.station.ddns = ddns("198.51.100.99");
        gather();
        timer.set(Instant.parse("2026-05-07T06:00:00Z"));
        Gathered third = gather();
        assertThat(Objects.requireNonNull(third.lastGood()).at()).isEqualTo("2026-05-04T06:00:00Z");
        assertThat(changes(third)).hasSize(1);
    }

    @Test
    void what_cannot_be_told_is_no_difference() throws FailureException {
        gather();
        nas.station.dead = new StationFailure.NoAnswer("nas", 20);
        assertThat(changes(gather())).isEmpty();
    }

    @Test
    void each_station_has_its_own() throws FailureException {
        gather();
        assertThat(gather("1.0", "parents").lastGood()).isNull();
        assertThat(gather().lastGood()).isNotNull();
    }

    @Test
    void what_is_kept_is_small_and_can_be_forgotten_and_a_broken_file_is_none() throws Exception {
        gather();
        Path file;
        try (Stream<Path> files = Files.list(folder.resolve("good"))) {
            file = files.findFirst().orElseThrow();
        }
        assertThat(Files.size(file)).isLessThan(10_000);
        Files.writeString(file, "no json");
        assertThat(gather().lastGood()).isNull();
        new GoodReports(folder.resolve("good")).forget("nas");
        assertThat(file).doesNotExist();
    }

    @Test
    void strangers_do_not_learn_what_it_was_called_before_either() throws FailureException {
        gather();
        nas.station.findings = List.of(FakeStation.fail("imaps", 993));
        nas.station.ddns = ddns("198.51.100.99");
        nas.station.records = records("5 old.muster.example.");
        List<String> changes = Objects.requireNonNull(since(gather(), true)).changes();
        assertThat(changes).hasSize(2);
        assertThat(String.join("\n", changes)).doesNotContain("muster", "198.51.100");
    }
}
