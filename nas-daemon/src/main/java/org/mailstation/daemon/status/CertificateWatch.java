package org.mailstation.daemon.status;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.CertificateStatus;
import org.mailstation.daemon.apply.Timer;
import org.mailstation.daemon.tls.Renewal;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;
import org.mailstation.text.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has renewed certificates taken into use by themselves, and tells of those that cannot be: who
 * renews a certificate does so at night, and nobody restarts anything then.
 */
public final class CertificateWatch implements AutoCloseable {
    static final Duration PERIOD = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(CertificateWatch.class);

    private final Supplier<Renewal> renewal;
    private final Supplier<@Nullable CertificateStatus> inUse;
    private final Clock clock;
    private final Timer timer;
    private Renewal last = new Renewal.Same();
    private Timer.@Nullable Pending next;
    private boolean closed;

    /**
     * @param renewal looks at the disk, and takes what is good
     * @param inUse what the listeners show
     */
    public CertificateWatch(
            Supplier<Renewal> renewal,
            Supplier<@Nullable CertificateStatus> inUse,
            Clock clock,
            Timer timer) {
        this.renewal = renewal;
        this.inUse = inUse;
        this.clock = clock;
        this.timer = timer;
    }

    /** Looks every half minute from now on. */
    public synchronized void start() {
        if (closed) {
            return;
        }
        look();
        next = timer.after(PERIOD, this::start);
    }

    /** Looks now. */
    public synchronized void look() {
        try {
            Renewal now = renewal.get();
            if (now instanceof Renewal.Taken(CertificateStatus taken)) {
                LOG.info(
                        "The certificate was renewed: {} until {}",
                        taken.subject(),
                        taken.notAfter());
            } else if (now instanceof Renewal.Refused(var reason) && !now.equals(last)) {
                LOG.warn("The certificate on the disk is not taken: {}", reason);
            }
            last = now;
        } catch (RuntimeException surprise) {
            LOG.error("The certificate on the disk could not be looked at", surprise);
        }
    }

    /** What was found at the last look; none if there is nothing to say. */
    public synchronized List<Finding> findings() {
        CertificateStatus kept = inUse.get();
        if (!(last instanceof Renewal.Refused(Renewal.Reason reason)) || kept == null) {
            return List.of();
        }
        String until = CertificateCheck.day(kept.notAfter(), ZoneId.systemDefault());
        return List.of(
                Observation.onNas(
                                "certificate.disk",
                                Hop.CERTIFICATE,
                                "certificate and key on the disk",
                                reason.name(),
                                clock.instant())
                        .fail(
                                Severity.ERROR,
                                Text.of("certificate.disk.unusable", Words.of(reason), until),
                                new Remedy.ChangeSetting(
                                        Text.of("certificate.disk.unusable.remedy"),
                                        "tls.certificate-file",
                                        "")));
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (next != null) {
            next.cancel();
        }
    }
}
