package org.mailstation.desktop.ssh;

import java.security.PublicKey;
import java.util.List;
import net.schmizz.sshj.transport.verification.HostKeyVerifier;
import org.jspecify.annotations.Nullable;

/**
 * Compares the shown key with the pinned one. Where none is pinned it only takes note and refuses:
 * the person is asked while no connection is open, because people need longer than a server waits.
 */
final class PinnedKeyVerifier implements HostKeyVerifier {
    private final @Nullable PublicHostKey pinned;
    private volatile @Nullable PublicHostKey shown;

    PinnedKeyVerifier(@Nullable PublicHostKey pinned) {
        this.pinned = pinned;
    }

    @Override
    public boolean verify(String host, int port, PublicKey key) {
        PublicHostKey met = PublicHostKey.of(key);
        shown = met;
        return met.equals(pinned);
    }

    /**
     * No filter: the order of {@link ModernAlgorithms} asks for the pinned kind first, and another
     * kind must be noticed, not hidden.
     */
    @Override
    public List<String> findExistingAlgorithms(String host, int port) {
        return List.of();
    }

    /** The key that the server proved to have, or {@code null} if it did not come that far. */
    @Nullable PublicHostKey shown() {
        return shown;
    }
}
