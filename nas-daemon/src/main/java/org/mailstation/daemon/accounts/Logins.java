package org.mailstation.daemon.accounts;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.mailstation.config.Account;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one way to sign in, whatever the protocol. */
public final class Logins {
    private static final Logger LOG = LoggerFactory.getLogger(Logins.class);

    /** Lets the calling thread wait; a test lets no time pass. */
    @FunctionalInterface
    public interface Pause {
        void of(Duration time) throws InterruptedException;
    }

    private final Supplier<AddressBook> book;
    private final AccountPasswords passwords;
    private final LoginBrake brake;
    private final Pause pause;

    public Logins(
            Supplier<AddressBook> book, AccountPasswords passwords, LoginBrake brake, Pause pause) {
        this.book = book;
        this.passwords = passwords;
        this.brake = brake;
        this.pause = pause;
    }

    /**
     * Checks a name and a password. Blocks: for the derivation, and longer for who failed before.
     * An unknown name, a disabled account and a wrong password look and take the same.
     *
     * @param from network address of the client
     * @return the account's address
     */
    public Optional<String> check(String from, String name, String password) {
        Optional<Account> account = book.get().mayEnter(name);
        String key = account.map(Account::address).orElseGet(() -> shortened(name));
        if (!admitted(from, key)) {
            return Optional.empty();
        }
        boolean right = passwords.verify(account.map(Account::address).orElse(""), password);
        if (right && account.isPresent()) {
            brake.succeeded(from, key);
            return account.map(Account::address);
        }
        LOG.info("login refused, from {}", from);
        return Optional.empty();
    }

    private boolean admitted(String from, String key) {
        Duration wait = brake.admit(from, key);
        if (wait.compareTo(LoginBrake.TOO_LONG) > 0) {
            LOG.info("too many failed logins, from {}", from);
            return false;
        }
        try {
            if (wait.isPositive()) {
                pause.of(wait);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What a stranger sends as a name is kept only in part, so that it cannot fill the memory. */
    private static String shortened(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.length() <= 64 ? lower : lower.substring(0, 64);
    }
}
