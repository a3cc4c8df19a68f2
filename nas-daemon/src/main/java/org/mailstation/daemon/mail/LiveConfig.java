package org.mailstation.daemon.mail;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.StationConfig;
import org.mailstation.daemon.accounts.AddressBook;

/**
 * The running configuration and what follows from it, exchanged as a whole while connections run.
 */
final class LiveConfig {
    private record Running(StationConfig config, AddressBook book) {}

    private volatile @Nullable Running running;

    void set(StationConfig config) {
        running = new Running(config, AddressBook.of(config));
    }

    /**
     * @throws NullPointerException before the first configuration; no listener is open then
     */
    StationConfig config() {
        return Objects.requireNonNull(running, "no configuration yet").config();
    }

    AddressBook book() {
        Running now = running;
        return now == null ? AddressBook.EMPTY : now.book();
    }

    String hostName() {
        return config().hostName();
    }

    long largestLetter() {
        return config().storage().maxLetterMegabytes() * 1_000_000L;
    }
}
