package org.mailstation.daemon.mail;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Account;
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

    /** None before the first configuration. */
    List<Account> accounts() {
        Running now = running;
        return now == null ? List.of() : now.config().accounts();
    }

    AddressBook book() {
        Running now = running;
        return now == null ? AddressBook.EMPTY : now.book();
    }

    String hostName() {
        return config().hostName();
    }

    /** In which the station writes to people. */
    Locale language() {
        return config().notifications().language().locale();
    }

    long largestLetter() {
        return config().storage().maxLetterMegabytes() * 1_000_000L;
    }
}
