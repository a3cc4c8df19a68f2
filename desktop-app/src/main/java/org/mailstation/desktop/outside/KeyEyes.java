package org.mailstation.desktop.outside;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.mailstation.check.CheckRun;
import org.mailstation.check.real.Scenes;
import org.mailstation.desktop.check.Eye;
import org.mailstation.desktop.check.Sight;
import org.mailstation.desktop.ssh.OnlyTheKey;
import org.mailstation.desktop.ssh.SshCredentials;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.text.Text;

/**
 * The remembered accounts outside as places to look from while nobody is there to be asked. Those
 * that need a password say so instead.
 *
 * @param scenes of this computer
 */
public record KeyEyes(OutsideBook book, OutsideGateway gateway, Scenes scenes, Clock clock) {

    /**
     * For one look.
     *
     * @param cancellation ends signing in there
     */
    public List<Eye> open(Cancellation cancellation) {
        try {
            return book.load().stream().map(account -> eye(account, cancellation)).toList();
        } catch (IOException unreadable) {
            return List.of(
                    new Left(
                            told("outside", "accounts outside", "unreadable")
                                    .unknown(
                                            Severity.WARNING,
                                            Text.of(
                                                    "cli.outside.unreadable",
                                                    String.valueOf(unreadable.getMessage())))));
        }
    }

    private Eye eye(OutsideAccount account, Cancellation cancellation) {
        if (account.keyFile().isEmpty()) {
            return new Left(
                    told("outside:" + account.written(), "sign in", "by password, nobody was asked")
                            .unknown(
                                    Severity.INFORMATION,
                                    Text.of("outside.by-password", account.written())));
        }
        return new AccountEye(
                account,
                one ->
                        gateway.open(
                                one.target(),
                                new SshCredentials.KeyFile(Path.of(one.keyFile())),
                                new OnlyTheKey(_ -> false),
                                cancellation),
                scenes,
                clock);
    }

    private Observation told(String check, String asked, String answered) {
        Evidence evidence = new Evidence(Vantage.PC, asked, answered, clock.instant());
        return new Observation(check, Hop.SENDER, List.of(evidence));
    }

    /** A place that is not looked from, and why. */
    private record Left(Finding why) implements Eye {
        @Override
        public Vantage from() {
            return Vantage.OUTSIDE;
        }

        @Override
        public List<Finding> look(Sight sight, CheckRun.Listener progress) {
            return sight.wanted().wants(why.check()) ? List.of(why) : List.of();
        }
    }
}
