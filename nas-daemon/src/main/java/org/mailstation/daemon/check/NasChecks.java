package org.mailstation.daemon.check;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.mailstation.check.Check;
import org.mailstation.control.ListenerStatus;
import org.mailstation.daemon.accounts.SecretSource;
import org.mailstation.daemon.box.Box;
import org.mailstation.daemon.delivery.Outside;
import org.mailstation.daemon.delivery.Rehearsal;
import org.mailstation.daemon.mail.MailServer;
import org.mailstation.probe.real.SocketWays;

/** Puts together what only the NAS can look at. */
public final class NasChecks {
    /** For each answer of a mail server; a check as a whole has the time of its run. */
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private NasChecks() {}

    /**
     * In the order in which a reader wants them.
     *
     * @param letters what became of those that went out
     */
    public static List<Check> all(MailServer server, SecretSource secrets, LetterWatch letters) {
        Box box = Box.THIS;
        Supplier<List<ListenerStatus>> listeners = server::listeners;
        Rehearsal rehearsal = new Rehearsal(Outside.real(), PATIENCE);
        return List.of(
                new InternetCheck(box, new SocketWays()),
                new AddressKindCheck(box),
                new FirewallCheck(listeners, new SystemCommands(PATIENCE)),
                new ArrivedCheck(server.arrivals()::last, server.arrivals()::fromNearby, box),
                new HelloNameCheck(),
                new RelayCheck(secrets, rehearsal::relay),
                new RefusedCheck(letters.refusals()::now),
                new OpenRelayCheck(listeners, rehearsal::stranger),
                new LoginCheck(listeners, new ClearTalk(PATIENCE)),
                new CertificateDiskCheck(listeners, server::certificate),
                new AbuseCheck(server.refusedLogins(), letters.sent()),
                new RestartCheck(box),
                new PowerCheck(box),
                new SshCheck(box));
    }
}
