package org.mailstation.desktop.discovery;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.mailstation.desktop.discovery.Discovered.ChannelReport;
import org.mailstation.lan.Deadline;

/**
 * One search. Every question has a thread of its own; what they learn goes through one queue to the
 * thread of {@link #run}, the only one that knows the state.
 */
final class Search implements Discovery.Running {
    private static final int MOST_GREETINGS = 64;

    /** So that who has listened to the last can still tell how it went. */
    private static final Duration LAST_WORDS = Duration.ofMillis(50);

    private sealed interface Event {
        record Heard(Sighting sighting) implements Event {}

        record Ended(Channel channel, ChannelAnswer answer) implements Event {}

        record Greeted(InetSocketAddress where, SshAnswer answer) implements Event {}

        record Stopped() implements Event {}

        record Surprised(RuntimeException surprise) implements Event {}
    }

    private final List<Question> questions;
    private final Predicate<InetAddress> mayBeNas;
    private final Timing timing;
    private final Consumer<Discovered> onChange;
    private final Deadline end;

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final CompletableFuture<Discovered> done = new CompletableFuture<>();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Object telling = new Object();
    private boolean cancelled;

    private final Knowledge knowledge = new Knowledge();
    private final Map<Channel, ChannelAnswer> ended = new EnumMap<>(Channel.class);
    private final Map<Channel, Integer> open = new EnumMap<>(Channel.class);
    private final Set<InetSocketAddress> greeted = new HashSet<>();
    private int greeting;
    private Discovered told = new Discovered(List.of(), List.of(), false);

    /**
     * @param mayBeNas whether an address that an answer names is one to look at: in this computer's
     *     networks, and not its own
     * @param end when everything must have ended
     */
    Search(
            List<Question> questions,
            Predicate<InetAddress> mayBeNas,
            Timing timing,
            Deadline end,
            Consumer<Discovered> onChange) {
        this.questions = List.copyOf(questions);
        this.mayBeNas = mayBeNas;
        this.timing = timing;
        this.onChange = onChange;
        this.end = end;
    }

    @Override
    public void cancel() {
        synchronized (telling) {
            cancelled = true;
        }
        events.add(new Event.Stopped());
    }

    @Override
    public CompletableFuture<Discovered> done() {
        return done;
    }

    /** Works until everything has ended, the time is over, or it is cancelled. */
    void run() {
        try {
            questions.forEach(this::put);
            boolean going = true;
            while (going && (!open.isEmpty() || greeting > 0)) {
                Event event = events.poll(end.left().toNanos(), TimeUnit.NANOSECONDS);
                going = event != null && take(event);
                if (going) {
                    tell(now(false));
                }
            }
            Discovered last = now(!isCancelled());
            tell(last);
            done.complete(last);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            done.complete(now(false));
        } catch (RuntimeException e) {
            done.completeExceptionally(e);
        } finally {
            workers.shutdownNow(); // an interrupt closes the sockets that they wait at
        }
    }

    private void put(Question question) {
        open.merge(question.channel(), 1, Integer::sum);
        Deadline until =
                Deadline.in(
                                question.channel() == Channel.FINDER
                                        ? timing.listenToFinder()
                                        : timing.listen())
                        .orEarlier(end.minus(LAST_WORDS));
        work(
                () -> {
                    ChannelAnswer answer =
                            question.ask(sighting -> events.add(new Event.Heard(sighting)), until);
                    return new Event.Ended(question.channel(), answer);
                });
    }

    private void work(Supplier<Event> work) {
        workers.execute(
                () -> {
                    try {
                        events.add(work.get());
                    } catch (RuntimeException e) {
                        events.add(new Event.Surprised(e));
                    }
                });
    }

    /** Whether to go on. */
    private boolean take(Event event) {
        switch (event) {
            case Event.Heard(Sighting sighting) -> {
                List<InetAddress> near = sighting.addresses().stream().filter(mayBeNas).toList();
                knowledge.heard(sighting.at(near));
                knowledge.sshPlaces().forEach(this::greet);
            }
            case Event.Ended(Channel channel, ChannelAnswer answer) -> {
                ended.merge(channel, answer, ChannelAnswer::and);
                open.computeIfPresent(channel, (_, left) -> left == 1 ? null : left - 1);
            }
            case Event.Greeted(InetSocketAddress where, SshAnswer answer) -> {
                greeting--;
                knowledge.sshTold(where, answer);
            }
            case Event.Stopped() -> {
                return false;
            }
            case Event.Surprised(RuntimeException surprise) -> throw surprise;
        }
        return true;
    }

    private void greet(InetSocketAddress where) {
        if (greeted.size() < MOST_GREETINGS && greeted.add(where)) {
            greeting++;
            Deadline until = Deadline.in(timing.ssh()).orEarlier(end.minus(LAST_WORDS));
            work(() -> new Event.Greeted(where, SshGreeting.ask(where, until)));
        }
    }

    private Discovered now(boolean finished) {
        List<ChannelReport> channels = new ArrayList<>();
        ended.forEach(
                (channel, answer) -> {
                    if (!open.containsKey(channel)) {
                        channels.add(new ChannelReport(channel, answer));
                    }
                });
        return new Discovered(knowledge.found(), channels, finished);
    }

    private boolean isCancelled() {
        synchronized (telling) {
            return cancelled;
        }
    }

    private void tell(Discovered now) {
        synchronized (telling) {
            if (!cancelled && !now.equals(told)) {
                told = now;
                onChange.accept(now);
            }
        }
    }
}
