package org.mailstation.desktop.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.check.Selection;
import org.mailstation.check.real.Portrait;
import org.mailstation.check.real.RealScenes;
import org.mailstation.config.StationConfig;
import org.mailstation.config.toml.StationToml;
import org.mailstation.control.StationIdentity;
import org.mailstation.desktop.check.Eye;
import org.mailstation.desktop.check.Sight;
import org.mailstation.desktop.ssh.SshCredentials;
import org.mailstation.desktop.ssh.SshFailure;
import org.mailstation.desktop.ssh.SshTarget;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.finding.Verdict;

/** Places outside, while nobody is there to be asked. */
class KeyEyesTest {
    @TempDir Path folder;
    private final List<String> opened = new ArrayList<>();

    private List<Finding> look(String book) throws Exception {
        Files.writeString(folder.resolve("outside"), book);
        List<Eye> eyes =
                new KeyEyes(
                                new OutsideBook(folder.resolve("outside")),
                                this::refuse,
                                new RealScenes(Vantage.PC, "test", Clock.systemUTC()),
                                Clock.systemUTC())
                        .open(Cancellation.never());
        List<Finding> found = new ArrayList<>();
        for (Eye eye : eyes) {
            assertThat(eye.from()).isEqualTo(Vantage.OUTSIDE);
            found.addAll(eye.look(sight(), (_, _, _) -> {}));
        }
        return found;
    }

    private OutsideEye refuse(
            SshTarget target,
            SshCredentials credentials,
            org.mailstation.desktop.ssh.ConnectDialogue dialogue,
            Cancellation cancellation)
            throws FailureException {
        opened.add(target.host() + " " + ((SshCredentials.KeyFile) credentials).file());
        assertThat(dialogue.passphrase(Path.of("key"), false)).isEmpty();
        throw new FailureException(new SshFailure.KeyUnreadable("key"));
    }

    private static Sight sight() {
        StationConfig config = StationConfig.minimal("mail.example.org", "example.org", List.of());
        Portrait portrait =
                Portrait.of(new StationIdentity(1, StationToml.write(config), "", "", null, ""));
        return new Sight(portrait, Selection.EVERYTHING, "", Duration.ofSeconds(5));
    }

    @Test
    void an_account_with_a_password_says_so_and_is_no_reason_to_worry() throws Exception {
        assertThat(look("anna@vps.example.net\n"))
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
                            assertThat(finding.severity()).isEqualTo(Severity.INFORMATION);
                            assertThat(finding.sentence().key()).isEqualTo("outside.by-password");
                        });
        assertThat(opened).isEmpty();
    }

    @Test
    void an_account_with_a_key_is_tried_without_asking_anybody() throws Exception {
        assertThat(look("anna@vps.example.net /home/anna/id\n"))
                .extracting(finding -> finding.sentence().key())
                .containsExactly("outside.unusable");
        assertThat(opened).containsExactly("vps.example.net /home/anna/id");
    }

    @Test
    void a_damaged_list_is_told() throws Exception {
        assertThat(look("nonsense\n"))
                .extracting(finding -> finding.sentence().key())
                .containsExactly("cli.outside.unreadable");
    }
}
