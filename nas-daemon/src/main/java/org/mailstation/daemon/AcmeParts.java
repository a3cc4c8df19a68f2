package org.mailstation.daemon;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mailstation.check.PublicNames;
import org.mailstation.config.StationConfig;
import org.mailstation.control.CertificateFetching;
import org.mailstation.control.CertificateRequest;
import org.mailstation.daemon.acme.CertificateKeeper;
import org.mailstation.daemon.acme.Proofs;
import org.mailstation.daemon.acme.StationCertificate;
import org.mailstation.daemon.apply.Timer;
import org.mailstation.daemon.ddns.StationDdns;
import org.mailstation.daemon.forwarding.Forwarding;
import org.mailstation.daemon.mail.MailServer;
import org.mailstation.daemon.state.DataFolder;
import org.mailstation.daemon.tls.Renewal;

/** The wiring of what fetches the certificate. */
final class AcmeParts {
    /** For one question to one name server. */
    private static final Duration DNS_PATIENCE = Duration.ofSeconds(5);

    private AcmeParts() {}

    static CertificateKeeper keeper(
            DataFolder data,
            Supplier<@Nullable StationConfig> config,
            StationDdns.Secrets secrets,
            Forwarding forwarding,
            MailServer server,
            Supplier<PublicNames> names,
            Clock clock,
            Timer timer) {
        Proofs proofs =
                new Proofs(
                        secrets,
                        forwarding,
                        names,
                        "MailStation mailstationd/" + Version.current(),
                        DNS_PATIENCE);
        return CertificateKeeper.of(
                config,
                station(server),
                proofs::of,
                data.acmeAccount(),
                data.acme(),
                new SecureRandom(),
                clock,
                timer,
                work -> Thread.ofVirtual().name("certificate").start(work));
    }

    static CertificateFetching answer(CertificateKeeper keeper, CertificateRequest request) {
        return switch (request.wanted()) {
            case TELL -> keeper.state();
            case RENEW -> keeper.renew();
        };
    }

    private static StationCertificate station(MailServer server) {
        return new StationCertificate() {
            @Override
            public KeyPair keys() throws IOException, GeneralSecurityException {
                return server.tls().keys();
            }

            @Override
            public @Nullable X509Certificate fetched()
                    throws IOException, GeneralSecurityException {
                return server.tls().fetched();
            }

            @Override
            public void take(List<X509Certificate> chain)
                    throws IOException, GeneralSecurityException {
                server.tls().keep(chain);
                if (server.renewCertificate() instanceof Renewal.Refused(Renewal.Reason reason)) {
                    throw new GeneralSecurityException("not good: " + reason);
                }
            }
        };
    }
}
