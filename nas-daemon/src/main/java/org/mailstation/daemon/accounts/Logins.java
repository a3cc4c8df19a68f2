package org.mailstation.daemon.accounts;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
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
    private final DevicePasswords devices;
    private final LoginBrake brake;
    private final Pause pause;
    private final Runnable refused;
    private final Map<Guess, CompletableFuture<Boolean>> running = new ConcurrentHashMap<>();

    /**
     * @param refused told of each login that was not let in
     */
    public Logins(
            Supplier<AddressBook> book,
            AccountPasswords passwords,
            DevicePasswords devices,
            LoginBrake brake,
            Pause pause,
            Runnable refused) {
        this.book = book;
        this.passwords = passwords;
        this.devices = devices;
        this.brake = brake;
        this.pause = pause;
        this.refused = refused;
    }

    /** One guess; several connections that make the same one at the same time share its outcome. */
    private record Guess(String from, String key, String password) {
        @Override
        public String toString() {
            return "Guess[" + from + "]";
        }
    }

    /**
     * Checks a name and a password. Blocks: for the derivation, and longer for who failed before.
     * An unknown name, a disabled account and a wrong password look and take the same.
     *
     * <p>A mail program opens several connections at once, and after a restart all of a family do:
     * whoever comes with the right password must not be taken for somebody who guesses.
     *
     * @param from network address of the client
     * @return the account's address
     */
    public Optional<String> check(String from, String name, String password) {
        Optional<String> account = book.get().mayEnter(name).map(Account::address);
        String address = account.orElse("");
        if (passwords.remembers(address, password) || devices.matches(address, password)) {
            return account;
        }
        Guess guess = new Guess(from, account.orElseGet(() -> shortened(name)), password);
        CompletableFuture<Boolean> outcome = new CompletableFuture<>();
        CompletableFuture<Boolean> same = running.putIfAbsent(guess, outcome);
        if (same != null) {
            return same.join() ? account : Optional.empty();
        }
        try {
            outcome.complete(right(guess, address));
            return outcome.join() ? account : Optional.empty();
        } finally {
            outcome.complete(false); // for whoever shares it, if it failed by an exception
            running.remove(guess);
        }
    }

    private boolean right(Guess guess, String address) {
        if (!admitted(guess.from(), guess.key())) {
            refused.run();
            return false;
        }
        if (passwords.verify(address, guess.password()) && !address.isEmpty()) {
            brake.succeeded(guess.from(), guess.key());
            return true;
        }
        LOG.info("login refused, from {}", guess.from());
        refused.run();
        return false;
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
