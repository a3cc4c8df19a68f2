package org.mailstation.daemon.acme;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.StationConfig;
import org.mailstation.config.Tls;
import org.mailstation.control.CertificateFetching;
import org.mailstation.daemon.apply.Timer;
import org.mailstation.daemon.tls.CertificateNames;
import org.mailstation.finding.Finding;
import org.mailstation.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a certificate that everybody trusts whenever the configuration wants one: fetches it, and
 * renews it when a third of its life is left, so that a month of trouble does no harm. Until then,
 * and whenever it fails, the listeners show what they have.
 */
public final class CertificateKeeper implements AutoCloseable {
    /** How often it is looked whether something is to be done. */
    static final Duration PERIOD = Duration.ofHours(1);

    /**
     * How long to wait after one failure, two, and so on. Authorities allow five failures an hour
     * for a name.
     */
    static final List<Duration> PAUSES =
            List.of(
                    Duration.ofMinutes(15),
                    Duration.ofHours(1),
                    Duration.ofHours(4),
                    Duration.ofHours(12),
                    Duration.ofDays(1));

    private static final Logger LOG = LoggerFactory.getLogger(CertificateKeeper.class);

    private final Supplier<@Nullable StationConfig> config;
    private final StationCertificate station;
    private final Function<StationConfig, CertificateAuthority> authorities;
    private final Function<StationConfig, Proof> proofs;
    private final Path file;
    private final Clock clock;
    private final Timer timer;
    private final Executor threads;
    private volatile AcmeMemory memory;
    private Timer.@Nullable Pending next;
    private boolean closed;
    private volatile boolean working;

    /**
     * @param config the running one, or {@code null}
     * @param authorities whom the configuration trusts with it
     * @param proofs how the name is shown to be ours
     * @param file where it remembers
     * @param threads for work that takes minutes
     */
    CertificateKeeper(
            Supplier<@Nullable StationConfig> config,
            StationCertificate station,
            Function<StationConfig, CertificateAuthority> authorities,
            Function<StationConfig, Proof> proofs,
            Path file,
            Clock clock,
            Timer timer,
            Executor threads) {
        this.config = config;
        this.station = station;
        this.authorities = authorities;
        this.proofs = proofs;
        this.file = file;
        this.clock = clock;
        this.timer = timer;
        this.threads = threads;
        this.memory = AcmeMemory.read(file);
    }

    /**
     * Over the real network.
     *
     * @param account file of the key that the authority knows us by
     * @param file where it remembers
     */
    public static CertificateKeeper of(
            Supplier<@Nullable StationConfig> config,
            StationCertificate station,
            Function<StationConfig, Proof> proofs,
            Path account,
            Path file,
            SecureRandom random,
            Clock clock,
            Timer timer,
            Executor threads) {
        AcmeAccount known = new AcmeAccount(account, random);
        return new CertificateKeeper(
                config,
                station,
                running -> new Acme4jAuthority(directory(running.tls()), known),
                proofs,
                file,
                clock,
                timer,
                threads);
    }

    private static URI directory(Tls tls) {
        return URI.create(tls.authority().isEmpty() ? Tls.LETS_ENCRYPT : tls.authority());
    }

    /** From now on; also to be called when the configuration has changed. */
    public void wake() {
        threads.execute(() -> round(false));
    }

    /**
     * Fetches one now, for a person, whatever is left of the present one; only what the authority
     * itself forbids is not done.
     */
    public CertificateFetching renew() {
        round(true);
        return state();
    }

    /** What is known; asks nobody. */
    public CertificateFetching state() {
        StationConfig running = wanted();
        AcmeMemory known = memory;
        if (running == null) {
            return CertificateFetching.OFF;
        }
        X509Certificate certificate = fetchedFor(running.hostName());
        return new CertificateFetching(
                true,
                working,
                certificate == null ? null : certificate.getNotAfter().toInstant(),
                certificate == null ? null : renewal(certificate),
                known.name().equals(running.hostName()) ? known.tried() : null,
                known.name().equals(running.hostName()) ? known.reason() : null,
                known.name().equals(running.hostName()) ? known.technically() : "",
                known.notBefore());
    }

    public List<Finding> findings() {
        return FetchingFindings.of(state(), clock.instant());
    }

    private @Nullable StationConfig wanted() {
        StationConfig running = config.get();
        return running == null || running.tls().source() != Tls.Source.ACME ? null : running;
    }

    private synchronized void round(boolean now) {
        if (closed) {
            return;
        }
        if (next != null) {
            next.cancel();
        }
        StationConfig running = wanted();
        if (running != null && isDue(running.hostName(), now)) {
            working = true;
            try {
                fetch(running);
            } catch (RuntimeException surprise) {
                LOG.error("A certificate could not be fetched", surprise);
            } finally {
                working = false;
            }
        }
        next = timer.after(pause(), this::wake);
    }

    private Duration pause() {
        Instant notBefore = memory.notBefore();
        if (notBefore == null) {
            return PERIOD;
        }
        Duration until = Duration.between(clock.instant(), notBefore);
        return until.isPositive() && until.compareTo(PERIOD) < 0 ? until : PERIOD;
    }

    private boolean isDue(String name, boolean now) {
        AcmeMemory known = memory;
        Instant notBefore = known.name().equals(name) ? known.notBefore() : null;
        if (notBefore != null && clock.instant().isBefore(notBefore)) {
            return now && !known.isForbidden();
        }
        X509Certificate certificate = fetchedFor(name);
        return now || certificate == null || !clock.instant().isBefore(renewal(certificate));
    }

    /** When a third of its life is left. */
    private static Instant renewal(X509Certificate certificate) {
        Instant end = certificate.getNotAfter().toInstant();
        Duration life = Duration.between(certificate.getNotBefore().toInstant(), end);
        return end.minus(life.dividedBy(3));
    }

    /** What was fetched, if it is good for this name. */
    private @Nullable X509Certificate fetchedFor(String name) {
        try {
            X509Certificate certificate = station.fetched();
            return certificate != null
                            && CertificateNames.cover(CertificateNames.of(certificate), name)
                            && clock.instant().isBefore(certificate.getNotAfter().toInstant())
                    ? certificate
                    : null;
        } catch (CertificateParsingException strange) {
            return null;
        } catch (IOException | GeneralSecurityException damaged) {
            LOG.warn("The fetched certificate cannot be read: another one is fetched", damaged);
            return null;
        }
    }

    private void fetch(StationConfig running) {
        String name = running.hostName();
        try {
            LOG.info("A certificate for {} is fetched", name);
            station.take(
                    authorities
                            .apply(running)
                            .certify(name, station.keys(), proofs.apply(running)));
            remember(new AcmeMemory(name, 0, clock.instant(), null, null, "", false));
            LOG.info("The certificate for {} is in use", name);
        } catch (NotCertifiedException none) {
            failed(name, none.reason(), none.technically(), none.notBefore());
        } catch (IOException | GeneralSecurityException unusable) {
            failed(name, Text.of("acme.key"), String.valueOf(unusable.getMessage()), null);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private void failed(String name, Text reason, String words, @Nullable Instant notBefore) {
        LOG.warn("No certificate for {}: {}", name, words);
        AcmeMemory known = memory;
        int failures = known.name().equals(name) ? known.failures() + 1 : 1;
        Instant now = clock.instant();
        Instant pause = now.plus(PAUSES.get(Math.min(failures, PAUSES.size()) - 1));
        boolean forbidden = notBefore != null && notBefore.isAfter(now);
        remember(
                new AcmeMemory(
                        name,
                        failures,
                        now,
                        notBefore != null && notBefore.isAfter(pause) ? notBefore : pause,
                        reason,
                        words,
                        forbidden));
    }

    private void remember(AcmeMemory now) {
        memory = now;
        now.write(file);
    }

    @Override
    public void close() {
        threads.execute(this::end);
    }

    private synchronized void end() {
        closed = true;
        if (next != null) {
            next.cancel();
        }
    }
}
