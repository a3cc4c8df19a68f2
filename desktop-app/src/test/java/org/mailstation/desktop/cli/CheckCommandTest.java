package org.mailstation.desktop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailstation.desktop.cli.CliBench.words;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.check.real.Portrait;
import org.mailstation.config.Account;
import org.mailstation.config.StationConfig;
import org.mailstation.control.ControlJson;
import org.mailstation.desktop.check.Sight;
import org.mailstation.desktop.fake.FakeStation;
import org.mailstation.diagnosis.CheckReport;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.text.Text;
import org.mailstation.words.Exit;

/** {@code check} over real SSH; what the PC itself sees is the test's. */
class CheckCommandTest {
    private static final StationConfig CONFIG =
            StationConfig.minimal(
                    "mail.example.org",
                    "example.org",
                    List.of(new Account("anna@example.org", "Anna", 0, true)));

    @TempDir Path folder;
    private CliBench bench;

    @BeforeEach
    void start() throws Exception {
        bench = new CliBench(folder);
        bench.connected();
    }

    @AfterEach
    void stop() throws Exception {
        bench.close();
    }

    private static Finding home(String port) {
        return new Observation(
                        "home:" + port,
                        Hop.NAS,
                        List.of(new Evidence(Vantage.PC, "knock", "refused", Instant.EPOCH)))
                .fail(Severity.CRITICAL, Text.of("home.refused", port, "993"), null);
    }

    private static String first(Keyboard.Ended ended) {
        return ended.out().lines().findFirst().orElse("");
    }

    private Portrait portrait() {
        return Objects.requireNonNull(Objects.requireNonNull(bench.eye.seen).portrait());
    }

    @Test
    void where_nas_and_pc_see_nothing_wrong_all_is_fine() throws Exception {
        bench.running();
        bench.station.setConfig(CONFIG);
        Keyboard.Ended ended = bench.signedIn("", "check");
        assertThat(ended.out().strip()).isEqualTo(words("diagnosis.fine"));
        assertThat(ended.code()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(portrait().config()).isEqualTo(CONFIG);
        assertThat(portrait().identity().known()).isTrue();
    }

    @Test
    void what_the_nas_sees_explains_what_the_pc_sees() throws Exception {
        bench.running();
        bench.station.setConfig(CONFIG);
        bench.station.findings = List.of(FakeStation.fail("imaps", 993));
        bench.eye.findings = List.of(home("imaps"));
        Keyboard.Ended ended = bench.signedIn("", "check");
        assertThat(first(ended)).isEqualTo(words("selfcheck.not-listening", "imaps", "993"));
        assertThat(ended.out()).contains("- " + words("home.refused", "imaps", "993"));
        assertThat(ended.code()).isEqualTo(Exit.ATTENTION.code());
    }

    @Test
    void json_holds_diagnosis_and_findings_of_both() throws Exception {
        bench.running();
        bench.station.setConfig(CONFIG);
        bench.eye.findings = List.of(home("imaps"));
        Keyboard.Ended ended = bench.signedIn("", "check", "--json", "--only", "home,listener");
        CheckReport report = ControlJson.read(ended.out(), CheckReport.class);
        assertThat(report.findings())
                .extracting(Finding::check)
                .contains("home:imaps", "listener.IMAPS");
        assertThat(report.diagnosis().causes()).hasSize(1);
        Sight seen = Objects.requireNonNull(bench.eye.seen);
        assertThat(seen.wanted().only()).containsExactly("home", "listener");
    }

    @Test
    void a_service_that_does_not_run_is_the_culprit_and_the_pc_looks_all_the_same()
            throws Exception {
        bench.running();
        bench.station.setConfig(CONFIG);
        assertThat(bench.signedIn("", "check").code()).isZero();
        bench.daemon().answering((_, _) -> CompletableFuture.completedFuture(3));
        bench.eye.findings = List.of(home("smtp"), home("imaps"));
        Keyboard.Ended ended = bench.signedIn("", "check");
        assertThat(first(ended)).isEqualTo(words("daemon.stopped"));
        assertThat(ended.code()).isEqualTo(Exit.ATTENTION.code());
        assertThat(portrait().config()).isEqualTo(CONFIG);
    }

    @Test
    void a_nas_that_is_gone_is_the_culprit_and_what_is_remembered_is_looked_at() throws Exception {
        bench.running();
        bench.station.setConfig(CONFIG);
        assertThat(bench.signedIn("", "check").code()).isZero();
        Files.writeString(
                folder.resolve("settings/landmarks.properties"), "resolvers = 192.0.2.53\n");
        bench.nas.close();
        bench.eye.findings = List.of(home("smtp"));
        Keyboard.Ended ended = bench.signedIn("", "check", "--json");
        CheckReport report = ControlJson.read(ended.out(), CheckReport.class);
        assertThat(report.diagnosis().causes())
                .extracting(cause -> cause.root().check())
                .containsExactly("nas");
        assertThat(portrait().landmarks().resolvers()).containsExactly("192.0.2.53");
    }

    @Test
    void a_wrong_password_is_no_finding() throws Exception {
        bench.running();
        Keyboard.Ended ended = bench.script("wrong\n", "check", "--password-stdin");
        assertThat(ended.code()).isEqualTo(Exit.SIGN_IN.code());
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void an_account_outside_that_cannot_be_used_is_told_and_the_rest_is_looked_at()
            throws Exception {
        bench.running();
        bench.station.setConfig(CONFIG);
        new org.mailstation.desktop.outside.OutsideBook(folder.resolve("settings/outside"))
                .add(new org.mailstation.desktop.outside.OutsideAccount(bench.nas.target(), ""));
        Keyboard.Ended ended = bench.signedIn("", "check");
        assertThat(ended.code()).isEqualTo(Exit.ATTENTION.code());
        assertThat(ended.out()).contains("127.0.0.1", "--key");
        assertThat(bench.eye.seen).isNotNull();
    }
}
