package org.mailstation.daemon;

import java.net.Inet4Address;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailstation.check.Check;
import org.mailstation.check.Checks;
import org.mailstation.check.real.HomeNetwork;
import org.mailstation.check.real.RealScenes;
import org.mailstation.control.CertificateStatus;
import org.mailstation.control.SignatureKey;
import org.mailstation.control.SigningKeyStatus;
import org.mailstation.control.SigningStatus;
import org.mailstation.control.StationIdentity;
import org.mailstation.daemon.accounts.SecretSource;
import org.mailstation.daemon.apply.Applier;
import org.mailstation.daemon.apply.Services;
import org.mailstation.daemon.check.Examination;
import org.mailstation.daemon.delivery.Dispatch;
import org.mailstation.daemon.delivery.Outside;
import org.mailstation.daemon.letter.Awaited;
import org.mailstation.daemon.letter.LetterRun;
import org.mailstation.daemon.mail.MailServer;
import org.mailstation.daemon.state.DataFolder;
import org.mailstation.daemon.state.Revision;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Vantage;

/** The wiring of what looks at the station when somebody asks. */
final class CheckParts {
    /** For each answer of a mail server, while a person waits for the letter. */
    private static final Duration LETTER_PATIENCE = Duration.ofSeconds(6);

    private CheckParts() {}

    /**
     * @param own checks that only this daemon can do
     * @param signing the keys of the signatures, or {@code null}
     * @param itself what the daemon finds of itself
     * @param letters sends test letters
     */
    static Examination of(
            List<Check> own,
            DataFolder data,
            Applier applier,
            Services services,
            Supplier<@Nullable SigningStatus> signing,
            Supplier<List<Finding>> itself,
            LetterRun letters,
            Clock clock) {
        return new Examination(
                Stream.concat(Checks.ALL.stream(), own.stream()).toList(),
                () -> identity(applier.running(), services.certificate(), signing.get()),
                itself,
                new RealScenes(Vantage.NAS, "MailStation mailstationd/" + Version.current(), clock),
                letters::run,
                data.landmarks(),
                clock);
    }

    static LetterRun letters(
            MailServer server, SecretSource secrets, Awaited awaited, Clock clock) {
        return new LetterRun(
                new Dispatch(Outside.real(), LETTER_PATIENCE),
                secrets,
                server::listeners,
                awaited,
                server::trace,
                new SecureRandom(),
                clock);
    }

    private static StationIdentity identity(
            @Nullable Revision running,
            @Nullable CertificateStatus certificate,
            @Nullable SigningStatus signing) {
        Inet4Address home = HomeNetwork.own();
        return new StationIdentity(
                running == null ? 0 : running.number(),
                running == null ? "" : running.toml(),
                certificate == null ? "" : certificate.keySha256(),
                home == null ? "" : home.getHostAddress(),
                signing == null ? null : key(signing.current()),
                "");
    }

    private static SignatureKey key(SigningKeyStatus key) {
        return new SignatureKey(key.selector(), key.publicKey());
    }
}
