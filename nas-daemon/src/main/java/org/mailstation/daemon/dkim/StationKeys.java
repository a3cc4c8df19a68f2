package org.mailstation.daemon.dkim;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.SigningStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys as long as the daemon runs: made at the first need, then kept for good. A file that
 * cannot be read is never replaced, since its key may be the published one: letters then go
 * unsigned, which is better than with a signature that nobody can prove.
 */
public final class StationKeys {
    private static final Logger LOG = LoggerFactory.getLogger(StationKeys.class);

    private final KeyRingFile file;
    private final Clock clock;
    private final SecureRandom random;
    private volatile @Nullable KeyRing ring;

    /**
     * @param file in the folder of secrets
     */
    public StationKeys(Path file, Clock clock, SecureRandom random) {
        this.file = new KeyRingFile(file);
        this.clock = clock;
        this.random = random;
    }

    /** The key that signs, or {@code null} if there can be none now. Making it takes a moment. */
    @Nullable DkimKey current() {
        KeyRing known = ring();
        return known == null ? null : known.current();
    }

    /** What everybody may know of the keys; {@code null} if there are none. */
    public @Nullable SigningStatus status() {
        KeyRing known = ring();
        return known == null ? null : known.status();
    }

    /**
     * Makes a next key, unless one waits already.
     *
     * @throws IOException if it cannot be kept; everything stays as it was
     */
    synchronized void rotate() throws IOException {
        KeyRing known = ring();
        if (known != null) {
            keep(known.rotated(clock.instant(), random));
        }
    }

    /** Lets the next key sign from now on. */
    synchronized void switchOver() throws IOException {
        KeyRing known = ring();
        if (known != null) {
            keep(known.switched(clock.instant()));
        }
    }

    private @Nullable KeyRing ring() {
        KeyRing known = ring;
        return known == null ? readOrMake() : known;
    }

    private synchronized @Nullable KeyRing readOrMake() {
        KeyRing known = ring;
        if (known != null) {
            return known;
        }
        try {
            KeyRing stored = file.read();
            if (stored == null) {
                Instant now = clock.instant();
                stored = KeyRing.first(now, random);
                file.write(stored);
                LOG.info("Letters are signed with the new key {}", stored.current().selector());
            }
            ring = stored;
            return stored;
        } catch (IOException unusable) {
            LOG.error("Letters go out unsigned: {}", unusable.toString());
            return null;
        }
    }

    private void keep(KeyRing next) throws IOException {
        file.write(next);
        ring = next;
    }
}
