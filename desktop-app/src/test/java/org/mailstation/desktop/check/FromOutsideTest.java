package org.mailstation.desktop.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.check.CheckRun;
import org.mailstation.check.Selection;
import org.mailstation.check.real.Portrait;
import org.mailstation.config.StationConfig;
import org.mailstation.config.toml.StationToml;
import org.mailstation.control.StationIdentity;
import org.mailstation.desktop.fake.FakeEye;
import org.mailstation.desktop.ssh.SshTarget;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.diagnosis.CheckReport;
import org.mailstation.diagnosis.View;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.text.Text;

/** A PC that is said to be on the hotspot of a phone. */
class FromOutsideTest {
    @TempDir Path folder;
    private final FakeEye atHome = new FakeEye();
    private final List<String> lines = new ArrayList<>();
    private boolean home;
    private int looks;

    private Path file() {
        return folder.resolve("last-known.json");
    }

    private final Absence absence =
            new Absence() {
                @Override
                public @Nullable Finding away(Portrait station, String line, Finding failure) {
                    throw new AssertionError("nobody was to ask the NAS");
                }

                @Override
                public Whereabouts whereabouts(Portrait station, String line) {
                    lines.add(line);
                    return new Whereabouts(home, "203.0.113.9", "", List.of());
                }

                @Override
                public Finding search(SshTarget target, Finding failure) {
                    throw new AssertionError("nobody was to look for the NAS");
                }
            };

    private final Eye outside =
            new Eye() {
                @Override
                public Vantage from() {
                    return Vantage.OUTSIDE;
                }

                @Override
                public List<Finding> look(Sight sight, CheckRun.Listener progress) {
                    looks++;
                    return List.of(
                            new Observation("reach:smtp", Hop.ROUTER, List.of())
                                    .pass(Text.of("reach.ok", "smtp")));
                }
            };

    private CheckReport run() throws FailureException {
        return new StationCheck(
                        List.of(atHome),
                        new StationCheck.Elsewhere(absence, outside),
                        new LastKnown(file()),
                        folder.resolve("landmarks.properties"),
                        Clock.systemUTC())
                .fromOutside("nas", Selection.EVERYTHING, _ -> {}, Cancellation.never());
    }

    private void known(String line) {
        String toml =
                StationToml.write(
                        StationConfig.minimal("mail.example.org", "example.org", List.of()));
        new LastKnown(file())
                .remember("nas", new StationIdentity(1, toml, "5a", "192.168.1.5", null, ""), line);
    }

    @Test
    void it_looks_from_the_internet_only_and_signs_in_nowhere() throws Exception {
        known("198.51.100.7");
        CheckReport report = run();
        assertThat(report.findings())
                .extracting(one -> one.sentence().key())
                .containsExactly("hotspot.outside", "reach.ok");
        assertThat(lines).containsExactly("198.51.100.7");
        assertThat(atHome.seen).isNull();
    }

    @Test
    void a_pc_that_is_still_at_home_is_told_and_looks_at_nothing() throws Exception {
        known("");
        home = true;
        assertThat(run().diagnosis().sentence().key()).isEqualTo("hotspot.at-home");
        assertThat(looks).isZero();
    }

    @Test
    void where_nothing_is_known_yet_it_says_what_to_do_first() throws Exception {
        CheckReport report = run();
        assertThat(report.diagnosis().untold())
                .extracting(one -> one.sentence().key())
                .containsExactly("hotspot.nothing-known");
    }

    @Test
    void the_last_address_stays_known_if_it_is_not_seen_this_time() throws Exception {
        known("198.51.100.7");
        known("");
        assertThat(new LastKnown(file()).line("nas")).isEqualTo("198.51.100.7");
        assertThat(new LastKnown(file()).line("other")).isEmpty();
    }

    @Test
    void what_an_older_version_remembered_is_read() throws Exception {
        Files.writeString(
                file(),
                "{\"host\":\"nas\",\"identity\":{\"revision\":1,\"toml\":\"\",\"keySha256\":\"\",\"home\":\"\",\"landmarks\":\"\"}}");
        assertThat(new LastKnown(file()).line("nas")).isEmpty();
        assertThat(new LastKnown(file()).of("nas")).isNotNull();
    }

    @Test
    void the_address_is_taken_from_what_the_pc_saw_unless_a_vpn_is_in_between() {
        Finding line =
                new Observation("line", Hop.ISP, List.of())
                        .unknown(Severity.INFORMATION, Text.of("line.seen", "198.51.100.7"));
        Finding vpn =
                new Observation("pc", Hop.SENDER, List.of())
                        .warn(Severity.WARNING, Text.of("pc.tunnel", "tun0"), null);
        assertThat(SeenLine.of(List.of(new View(Vantage.PC, List.of(line)))))
                .isEqualTo("198.51.100.7");
        assertThat(SeenLine.of(List.of(new View(Vantage.PC, List.of(line, vpn))))).isEmpty();
        assertThat(SeenLine.of(List.of(new View(Vantage.NAS, List.of(line))))).isEmpty();
    }
}
