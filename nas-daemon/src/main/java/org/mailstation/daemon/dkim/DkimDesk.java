package org.mailstation.daemon.dkim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mailstation.check.DkimRecord;
import org.mailstation.check.PublicNames;
import org.mailstation.check.Published;
import org.mailstation.control.DkimEntry;
import org.mailstation.control.DkimEntry.Publication;
import org.mailstation.control.DkimRequest;
import org.mailstation.control.DkimStatus;
import org.mailstation.control.SigningKeyStatus;
import org.mailstation.control.SigningStatus;
import org.mailstation.daemon.apply.Timer;
import org.mailstation.probe.RecordType;
import org.mailstation.records.SigningKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether others can prove the signatures, and lets the next key sign once they can: at a
 * person's question, and from time to time while a next key waits.
 */
public final class DkimDesk implements AutoCloseable {
    static final Duration PERIOD = Duration.ofMinutes(15);

    private static final Logger LOG = LoggerFactory.getLogger(DkimDesk.class);

    private final StationKeys keys;
    private final Supplier<List<String>> domains;
    private final Supplier<PublicNames> names;
    private final Timer timer;
    private Timer.@Nullable Pending pending;
    private boolean closed;

    /**
     * @param domains of the running configuration
     * @param names for one look; it asks each thing once
     */
    public DkimDesk(
            StationKeys keys,
            Supplier<List<String>> domains,
            Supplier<PublicNames> names,
            Timer timer) {
        this.keys = keys;
        this.domains = domains;
        this.names = names;
        this.timer = timer;
    }

    /** From now on, while a next key waits. */
    public synchronized void start() {
        if (!closed) {
            pending = timer.after(PERIOD, this::lookAgain);
        }
    }

    private void lookAgain() {
        try {
            SigningStatus known = keys.status();
            if (known != null && known.next() != null) {
                look();
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return;
        } catch (IOException | RuntimeException surprise) {
            LOG.error("The next key of the signatures could not be looked for", surprise);
        }
        start();
    }

    /** Does what is wanted, looks at the DNS, and tells. */
    public DkimStatus answer(DkimRequest request) {
        try {
            if (request.wanted() == DkimRequest.Wanted.ROTATE) {
                keys.rotate();
            }
            return look();
        } catch (IOException diskFull) {
            throw new UncheckedIOException(diskFull);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the daemon ends", ending);
        }
    }

    private synchronized DkimStatus look() throws IOException, InterruptedException {
        SigningStatus known = keys.status();
        if (known == null) {
            return new DkimStatus(null, false, List.of());
        }
        PublicNames dns = names.get();
        List<String> ours = List.copyOf(domains.get());
        List<DkimEntry> current = entries(known.current(), ours, dns);
        SigningKeyStatus waiting = known.next();
        if (waiting == null) {
            return new DkimStatus(known, false, current);
        }
        List<DkimEntry> next = entries(waiting, ours, dns);
        if (mayTakeOver(next, current)) {
            keys.switchOver();
            LOG.info("The key {} is published and signs from now on", waiting.selector());
            return new DkimStatus(keys.status(), true, next);
        }
        List<DkimEntry> all = new ArrayList<>(current);
        all.addAll(next);
        return new DkimStatus(known, false, all);
    }

    /**
     * No domain may lose by it: each publishes the next key, or certainly not the current one
     * either.
     */
    private static boolean mayTakeOver(List<DkimEntry> next, List<DkimEntry> current) {
        boolean somewhere = false;
        for (int i = 0; i < next.size(); i++) {
            boolean there = next.get(i).published() == Publication.YES;
            Publication before = current.get(i).published();
            if (!there && before != Publication.NO && before != Publication.OTHER) {
                return false;
            }
            somewhere |= there;
        }
        return somewhere;
    }

    private static List<DkimEntry> entries(
            SigningKeyStatus status, List<String> domains, PublicNames dns)
            throws InterruptedException {
        SigningKey key = new SigningKey(status.selector(), status.publicKey());
        List<DkimEntry> entries = new ArrayList<>();
        for (String domain : domains) {
            String name = key.name(domain);
            Publication published = judge(dns.ask(name, RecordType.TXT), key);
            entries.add(new DkimEntry(domain, key.selector(), name, key.record(), published));
        }
        return entries;
    }

    private static Publication judge(Published published, SigningKey key) {
        return switch (published) {
            case Published.Different _, Published.Untold _ -> Publication.UNKNOWN;
            case Published.Same same when same.values().isEmpty() -> Publication.NO;
            // RFC 6376 3.6.2.2: what several under one name mean is undefined
            case Published.Same same ->
                    same.values().size() == 1 && DkimRecord.proves(same.values().getFirst(), key)
                            ? Publication.YES
                            : Publication.OTHER;
        };
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (pending != null) {
            pending.cancel();
        }
    }
}
