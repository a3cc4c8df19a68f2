package org.mailstation.daemon.accounts;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.mailstation.config.Account;
import org.mailstation.daemon.guard.Guard;
import org.mailstation.daemon.guard.LoginBrake.Answer;
import org.mailstation.daemon.guard.Place;
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
    private final Guard guard;
    private final Pause pause;
    private final LoginTally tally;
    private final Map<Guess, CompletableFuture<Boolean>> running = new ConcurrentHashMap<>();

    /**
     * @param guard holds back who guesses
     * @param tally told of each login
     */
    public Logins(
            Supplier<AddressBook> book,
            AccountPasswords passwords,
            DevicePasswords devices,
            Guard guard,
            Pause pause,
            LoginTally tally) {
        this.book = book;
        this.passwords = passwords;
        this.devices = devices;
        this.guard = guard;
        this.pause = pause;
        this.tally = tally;
    }

    /**
     * One guess; several connections that make the same one at the same time share its outcome.
     *
     * @param key the account's address; where there is none, the name that was said
     */
    private record Guess(Place from, String key, String password) {
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
     * whoever comes with the right password must not be taken for somebody who guesses. So a
     * password that was right a short while ago is taken at once, but only from where the person
     * has signed in before: a stranger would otherwise learn it while being held back.
     *
     * @param from network address of the client
     * @return the account's address
     */
    public Optional<String> check(String from, String name, String password) {
        Optional<String> account = book.get().mayEnter(name).map(Account::address);
        String address = account.orElse("");
        Place place = guard.place(from);
        Guess guess = new Guess(place, account.orElseGet(() -> shortened(name)), password);
        if (!address.isEmpty()
                && guard.logins().isTrusted(place, address)
                && (passwords.remembers(address, password) || devices.matches(address, password))) {
            tally.succeeded(address);
            return account;
        }
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
        Place from = guess.from();
        boolean repeated = guard.oldPasswords().isRepeated(from, guess.key(), guess.password());
        return switch (guard.logins().admit(from, guess.key(), repeated)) {
            case Answer.NotNow(var until) -> {
                LOG.info("no login before {}, from {}", until, from.name());
                tally.heldBack();
                yield false;
            }
            case Answer.Try attempt -> waited(attempt) && right(guess, address, attempt, repeated);
        };
    }

    private boolean right(Guess guess, String address, Answer.Try attempt, boolean repeated) {
        boolean good =
                devices.matches(address, guess.password())
                        || passwords.verify(address, guess.password());
        if (!address.isEmpty() && good) {
            guard.logins().succeeded(attempt);
            guard.oldPasswords().right(guess.from(), address);
            tally.succeeded(address);
            return true;
        }
        LOG.info("login refused, from {}", guess.from().name());
        if (!repeated) {
            guard.oldPasswords().wrong(guess.from(), guess.key(), guess.password());
            guard.logins().failed(attempt);
            tally.failed();
        } else {
            tally.repeated();
            if (!address.isEmpty()) {
                guard.oldPasswords().repeated(guess.from(), address);
            }
        }
        return false;
    }

    private boolean waited(Answer.Try attempt) {
        try {
            if (attempt.pause().isPositive()) {
                pause.of(attempt.pause());
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
