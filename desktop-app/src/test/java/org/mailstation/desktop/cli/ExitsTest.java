package org.mailstation.desktop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mailstation.desktop.flow.Surprise;
import org.mailstation.desktop.install.InstallFailure;
import org.mailstation.desktop.remote.StationFailure;
import org.mailstation.desktop.ssh.HostKey;
import org.mailstation.desktop.ssh.SshFailure;
import org.mailstation.desktop.work.Cancelled;
import org.mailstation.desktop.work.Failure;
import org.mailstation.text.Text;
import org.mailstation.words.Exit;

class ExitsTest {
    private static final HostKey KEY = new HostKey("ssh-ed25519", "SHA256:x");

    @Test
    void scripts_can_tell_the_failures_apart() {
        Map<Failure, Exit> table =
                Map.ofEntries(
                        Map.entry(new SshFailure.UnknownHost("h"), Exit.NO_ANSWER),
                        Map.entry(new SshFailure.Refused("h", 22), Exit.NO_ANSWER),
                        Map.entry(new SshFailure.ConnectionLost("h"), Exit.NO_ANSWER),
                        Map.entry(new SshFailure.NotSsh("h", 22), Exit.NO_ANSWER),
                        Map.entry(new SshFailure.HostKeyNotAccepted(KEY), Exit.DECLINED),
                        Map.entry(
                                new SshFailure.HostKeyChanged("h", KEY, "f"),
                                Exit.HOST_KEY_CHANGED),
                        Map.entry(new SshFailure.KeyUnreadable("f"), Exit.NOT_FOUND),
                        Map.entry(new SshFailure.WrongPassword("u", "h"), Exit.SIGN_IN),
                        Map.entry(new SshFailure.NoSudoRight("u"), Exit.SIGN_IN),
                        Map.entry(new SshFailure.WrongSudoPassword("u"), Exit.SIGN_IN),
                        Map.entry(new InstallFailure.ChecksumDiffers(), Exit.NOT_INSTALLED),
                        Map.entry(new InstallFailure.WrongSystem("s"), Exit.NOT_INSTALLED),
                        Map.entry(new StationFailure.NotInstalled("h"), Exit.NOT_FOUND),
                        Map.entry(new StationFailure.NotRunning("h", ""), Exit.NO_ANSWER),
                        Map.entry(new StationFailure.NoAnswer("h", 1), Exit.NO_ANSWER),
                        Map.entry(new StationFailure.ConnectionLost("h"), Exit.NO_ANSWER),
                        Map.entry(new StationFailure.Incompatible("1", "2"), Exit.INCOMPATIBLE),
                        Map.entry(new StationFailure.DaemonError("?"), Exit.SURPRISE),
                        Map.entry(new Cancelled(), Exit.DECLINED),
                        Map.entry(new CliFailure(Exit.BUSY, Text.of("ctl.busy")), Exit.BUSY),
                        Map.entry(Surprise.of(new IllegalStateException()), Exit.SURPRISE));
        table.forEach(
                (failure, exit) -> assertThat(Exits.of(failure)).as("%s", failure).isEqualTo(exit));
    }
}
