package org.mailstation.daemon.guard;

import java.net.InetAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.mailstation.control.Ban;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is held back, in one place. */
public final class Guard {
    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

    private final Predicate<InetAddress> isHome;
    private final LoginBrake logins;
    private final StrangerBrake strangers;
    private final OldPasswords oldPasswords;
    private volatile Consumer<Ban> listener = _ -> {};

    /**
     * @param isHome which addresses belong to the home's own network
     */
    public Guard(Clock clock, Predicate<InetAddress> isHome) {
        this.isHome = isHome;
        this.logins = new LoginBrake(clock, this::tell);
        this.strangers = new StrangerBrake(clock, this::tell);
        this.oldPasswords = new OldPasswords(clock);
    }

    private void tell(Ban ban) {
        LOG.warn(
                "{} is shut out until {} ({} times {})",
                ban.address(),
                ban.until(),
                ban.times(),
                ban.reason() == Ban.Reason.LOGINS ? "a wrong password" : "something to be refused");
        listener.accept(ban);
    }

    /** From now on told of each new ban, instead of who was told before. */
    public void hear(Consumer<Ban> other) {
        listener = other;
    }

    public Place place(String address) {
        return Place.of(address, isHome);
    }

    public Place place(InetAddress address) {
        return Place.of(address, isHome);
    }

    public LoginBrake logins() {
        return logins;
    }

    public StrangerBrake strangers() {
        return strangers;
    }

    /** Devices that repeat a wrong password. */
    public OldPasswords oldPasswords() {
        return oldPasswords;
    }

    /** Who is shut out now; those first whom it lasts longest for. */
    public List<Ban> bans() {
        List<Ban> all = new ArrayList<>(logins.bans());
        all.addAll(strangers.bans());
        all.sort(Comparator.comparing(Ban::until).reversed());
        return List.copyOf(all);
    }

    /**
     * Lets a place in again, and forgets what it did.
     *
     * @param address as in {@link Ban#address}, or one of its network
     * @return {@code false}: nothing was known of it
     */
    public boolean lift(String address) {
        String place = Place.nameOf(address);
        boolean one = logins.lift(place);
        boolean other = strangers.lift(place);
        return one || other;
    }

    GuardMemory.Kept kept() {
        return new GuardMemory.Kept(logins.kept(), strangers.kept());
    }

    void restore(GuardMemory.Kept before) {
        logins.restore(before.logins());
        strangers.restore(before.strangers());
    }
}
