package org.mailstation.desktop.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailstation.check.TakenPort;
import org.mailstation.control.ApplyOutcome;
import org.mailstation.control.Checked;
import org.mailstation.control.StationIdentity;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Verdict;
import org.mailstation.text.Text;

class PortHoldersTest {
    private static final Text NAMELESS = Text.of("mail.port-taken", 25);

    @Test
    void a_program_that_only_the_administrator_sees_gets_its_name() {
        assertThat(holders("812 socat\n").named(rolledBack(NAMELESS)))
                .isEqualTo(rolledBack(Text.of("mail.port-taken-by", 25, "socat", 812)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sudo: sorry", "812", "99999999999 x", "-1 x"})
    void without_a_usable_answer_the_sentence_stays(String said) {
        assertThat(holders(said).named(rolledBack(NAMELESS))).isEqualTo(rolledBack(NAMELESS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "25; reboot", "-1", "1234567"})
    void what_is_no_port_is_not_looked_for(String port) {
        ApplyOutcome strange = rolledBack(Text.of("mail.port-taken", port));
        assertThat(nobodyLooks().named(strange)).isEqualTo(strange);
    }

    @Test
    void nobody_looks_when_no_port_was_taken() {
        ApplyOutcome other = rolledBack(Text.of("mail.port-failed", 25, "?"));
        assertThat(nobodyLooks().named(other)).isEqualTo(other);
        ApplyOutcome busy = new ApplyOutcome.Busy();
        assertThat(nobodyLooks().named(busy)).isSameAs(busy);
    }

    @ParameterizedTest
    @CsvSource({
        "'812 java\\nfolder=/volume1/old\\nscript=postfix', listener.taken.ours, sudo kill 812",
        "'812 master\\npackage=MailServer\\n', listener.taken, sudo synopkg stop MailServer",
        "'812 master\\nsystemd=yes\\n', listener.taken, sudo systemctl disable --now postfix",
        "'812 master\\nscript=cron\\nscript=postfix\\n', listener.taken, sudo /etc/init.d/postfix stop",
        "'812 socat\\nsystemd=yes\\npackage=MailServer', listener.taken, ''",
        "'', listener.taken.user, ''"
    })
    void whom_only_the_administrator_sees_is_named_by_the_check(
            String said, String key, String command) {
        Finding seen =
                new TakenPort("SMTP", 25)
                        .finding(
                                Observation.onNas(
                                        "listener.smtp", Hop.DAEMON, "?", "in use", Instant.EPOCH),
                                new TakenPort.Holder.User("root"));
        Checked checked =
                new Checked(Instant.EPOCH, Instant.EPOCH, StationIdentity.UNKNOWN, List.of(seen));
        Finding named = holders(said.replace("\\n", "\n")).named(checked).findings().getFirst();
        assertThat(named.sentence().key()).isEqualTo(key);
        assertThat(named.remedy())
                .isInstanceOfSatisfying(
                        Remedy.RunOnNas.class, one -> assertThat(one.command()).isEqualTo(command));
        assertThat(named.evidence()).isEqualTo(seen.evidence());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void the_script_finds_this_very_process() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run(taken.getLocalPort())).startsWith(ProcessHandle.current().pid() + " ");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void the_script_says_nothing_of_a_port_that_nobody_listens_on() throws Exception {
        // no socket can listen on port 0
        assertThat(run(0)).isEmpty();
    }

    private static String run(int port) throws Exception {
        Process process =
                new ProcessBuilder("sh", "-c", PortHolders.SCRIPT, "sh", Integer.toString(port))
                        .redirectErrorStream(true)
                        .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static PortHolders holders(String said) {
        return new PortHolders(_ -> said.isEmpty() ? Optional.empty() : Optional.of(said));
    }

    private static PortHolders nobodyLooks() {
        return new PortHolders(
                port -> {
                    throw new AssertionError("looked for " + port);
                });
    }

    private static ApplyOutcome rolledBack(Text sentence) {
        return new ApplyOutcome.RolledBack(
                1,
                List.of(
                        new Finding(
                                "listener.smtp",
                                Hop.DAEMON,
                                Verdict.FAIL,
                                Severity.ERROR,
                                sentence,
                                List.of(),
                                null)));
    }
}
