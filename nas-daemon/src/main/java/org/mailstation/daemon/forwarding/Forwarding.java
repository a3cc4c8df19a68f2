package org.mailstation.daemon.forwarding;

import java.io.IOException;
import java.net.Inet6Address;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Service;
import org.mailstation.control.Forward;
import org.mailstation.control.ForwardState;
import org.mailstation.control.Forwards;
import org.mailstation.control.ForwardsRequest;
import org.mailstation.daemon.apply.Timer;
import org.mailstation.finding.Finding;
import org.mailstation.router.PortMapper;
import org.mailstation.router.RouterAnswer;
import org.mailstation.router.Wish;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the router from time to time and does what is to be done there. What was asked for stays
 * when the daemon ends: a restart shall not close the mail's door.
 */
public final class Forwarding implements AutoCloseable {
    /** How soon it is noticed that the router has forgotten. */
    static final Duration PERIOD = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(Forwarding.class);

    private final Supplier<List<Want>> wants;
    private final Ledger ledger;
    private final Home home;
    private final Routers routers;
    private final Doors doors;
    private final Clock clock;
    private final Timer timer;
    private final Executor threads;

    private final Map<Integer, Kept> kept = new LinkedHashMap<>();
    private final Set<Wish> passing = new LinkedHashSet<>();
    private final Set<Service> givenBack = EnumSet.noneOf(Service.class);
    private boolean withdrawn;
    private boolean closed;
    private Timer.@Nullable Pending next;
    private volatile Seen seen;

    /** What the last look at the router found, for those who ask meanwhile. */
    private record Seen(
            Instant at, Routers.@Nullable Look look, Map<Integer, Kept> kept, Doors.Seen doors) {}

    /**
     * @param wants what the running configuration asks for, now
     * @param threads to look without keeping the caller waiting
     */
    public Forwarding(
            Supplier<List<Want>> wants,
            Home home,
            Ledger ledger,
            Clock clock,
            Timer timer,
            Executor threads) {
        this.wants = wants;
        this.ledger = ledger;
        this.home = home;
        this.routers = new Routers(home, clock);
        this.doors = new Doors(clock);
        this.clock = clock;
        this.timer = timer;
        this.threads = threads;
        this.seen = new Seen(clock.instant(), null, Map.of(), Doors.Seen.NOTHING);
    }

    /**
     * The configuration may ask for something else now, or something has happened at the router.
     */
    public void wake() {
        threads.execute(() -> round(false));
    }

    /** Answers a question about the forwards, after doing what it wants. */
    public Forwards answer(ForwardsRequest request) {
        switch (request.wanted()) {
            case TELL -> {}
            case ASK_AGAIN -> {
                setWithdrawn(false);
                round(true);
            }
            case GIVE_BACK -> {
                giveBack(request.services());
                round(false);
            }
            case WITHDRAW -> {
                setWithdrawn(true);
                round(false);
            }
        }
        return report();
    }

    private synchronized void setWithdrawn(boolean now) {
        withdrawn = now;
        givenBack.clear();
    }

    private synchronized void giveBack(@Nullable List<Service> services) {
        if (services != null) {
            givenBack.addAll(services);
        }
    }

    /** What the configuration asks for, without what somebody had taken back since. */
    private List<Want> asked() {
        return wants.get().stream()
                .filter(want -> !withdrawn && !givenBack.contains(want.service()))
                .toList();
    }

    /**
     * Lets a port lead here until {@link #shut}, and waits for the router's answer. What the
     * configuration asks for goes first: its ports are not touched.
     */
    public synchronized ForwardState open(int external, int internal) {
        Wish wish = Want.wish(external, internal);
        passing.add(wish);
        round(false);
        Kept one = kept.get(external);
        return one == null || !one.wish().equals(wish)
                ? new ForwardState.NotListening()
                : one.state();
    }

    /** Gives the port back. */
    public synchronized void shut(int external, int internal) {
        passing.remove(Want.wish(external, internal));
        round(false);
    }

    /** What is known; asks nobody. */
    public Forwards report() {
        Seen now = seen;
        List<Forward> forwards = wants.get().stream().map(want -> forward(want, now)).toList();
        return Reporting.report(
                now.at(), now.look(), forwards, now.kept(), now.doors(), routers.lastPlace());
    }

    /**
     * The address for IPv6 that letters reach the NAS by; {@code null}: none, or nobody can tell.
     *
     * @param evenIfClosed the address, whatever the router does
     */
    public @Nullable Inet6Address six(boolean evenIfClosed) {
        Inet6Address own = home.six();
        return own != null && (evenIfClosed || letsIn(own)) ? own : null;
    }

    private boolean letsIn(Inet6Address own) {
        Doors.Seen there = seen.doors();
        return own.equals(there.own())
                && (there.state() == Doors.State.OPEN || there.state() == Doors.State.NO_FIREWALL);
    }

    public List<Finding> findings() {
        return report().findings();
    }

    private static Forward forward(Want want, Seen now) {
        Kept one = now.kept().get(want.external());
        Wish wish = want.wish();
        ForwardState state;
        if (wish == null) {
            state = new ForwardState.NotListening();
        } else {
            state =
                    one == null || !one.wish().equals(wish)
                            ? new ForwardState.Asking()
                            : one.state();
        }
        return new Forward(want.service(), want.external(), want.internal(), state);
    }

    private synchronized void round(boolean all) {
        if (closed) {
            return;
        }
        next = cancel(next);
        try {
            work(all);
        } catch (IOException | RuntimeException surprise) {
            LOG.error("The router could not be looked at", surprise);
        }
        next = timer.after(PERIOD, () -> round(false));
    }

    private void work(boolean all) throws IOException {
        List<Wish> wishes = withdrawn ? List.of() : wishes();
        if (wishes.isEmpty() && ledger.asked().isEmpty()) {
            kept.clear();
            publish(null, Doors.Seen.NOTHING); // a home that asks for nothing is not looked at
            return;
        }
        Routers.Look look = routers.look(all);
        takeBack(wishes, look.mappers());
        kept.keySet().removeIf(port -> wishes.stream().noneMatch(one -> one.external() == port));
        for (Wish wish : wishes) {
            see(wish, look, all);
        }
        publish(look, doors.look(routers.pinholes(), home.six(), asked(), look.forgot()));
    }

    private List<Wish> wishes() {
        List<Wish> lasting =
                asked().stream().map(Want::wish).filter(java.util.Objects::nonNull).toList();
        Stream<Wish> others =
                passing.stream()
                        .filter(
                                wish ->
                                        lasting.stream()
                                                .noneMatch(
                                                        one -> one.external() == wish.external()));
        return Stream.concat(lasting.stream(), others).toList();
    }

    private void publish(Routers.@Nullable Look look, Doors.Seen six) {
        Map<Integer, Kept> now = new LinkedHashMap<>(kept);
        List<Want> asked = asked();
        for (Want want : wants.get()) {
            Wish wish = want.wish();
            if (wish != null && !asked.contains(want)) {
                now.put(want.external(), withdrawn(wish));
            }
        }
        seen = new Seen(clock.instant(), look, Map.copyOf(now), six);
    }

    private static Kept withdrawn(Wish wish) {
        return new Kept(wish, new ForwardState.Withdrawn(), null, null, "withdrawn");
    }

    /** What an older configuration asked for. It is tried again until the router has said yes. */
    private void takeBack(List<Wish> wishes, List<PortMapper> mappers) throws IOException {
        for (Map.Entry<Integer, Integer> asked : ledger.asked().entrySet()) {
            Wish old = Want.wish(asked.getKey(), asked.getValue());
            if (!wishes.contains(old) && isTakenBack(old, mappers)) {
                LOG.info("The router's port {} is given back", old.external());
                ledger.remove(old.external());
            }
        }
    }

    private static boolean isTakenBack(Wish old, List<PortMapper> mappers) {
        for (PortMapper mapper : mappers) {
            if (mapper.unmap(old) instanceof RouterAnswer.Given<Boolean>) {
                return true;
            }
        }
        return false;
    }

    private void see(Wish wish, Routers.Look look, boolean all) throws IOException {
        Kept before = kept.get(wish.external());
        Instant now = clock.instant();
        Kept after;
        if (look.mappers().isEmpty()) {
            after = unanswered(wish, look, now);
        } else if (all
                || look.forgot()
                || before == null
                || !before.wish().equals(wish)
                || before.by() == null
                || before.isDue(now)) {
            ledger.add(wish.external(), wish.internal());
            after = Asking.ask(look.mappers(), wish, now);
        } else {
            return;
        }
        kept.put(wish.external(), after);
        if (before == null || !sameKind(before.state(), after.state())) {
            LOG.info(
                    "The router's port {} for port {} here: {}",
                    wish.external(),
                    wish.internal(),
                    after.answered());
        }
    }

    private static Kept unanswered(Wish wish, Routers.Look look, Instant now) {
        return look.gone()
                ? Kept.failed(
                        wish,
                        new ForwardState.NoAnswer("the router does not answer any more"),
                        null,
                        "no answer",
                        now)
                : Kept.failed(
                        wish, new ForwardState.NoRouter(), null, "no router takes wishes", now);
    }

    private static boolean sameKind(ForwardState a, ForwardState b) {
        return a.getClass().equals(b.getClass());
    }

    private static Timer.@Nullable Pending cancel(Timer.@Nullable Pending pending) {
        if (pending != null) {
            pending.cancel();
        }
        return null;
    }

    /** Asks no more. What the router was told stays. A look that is under way ends by itself. */
    @Override
    public void close() {
        threads.execute(this::end);
    }

    private synchronized void end() {
        closed = true;
        next = cancel(next);
    }
}
