package org.mailstation.daemon.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.WatchNote;
import org.mailstation.control.Watched;
import org.mailstation.daemon.apply.Timer;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the station from time to time, notes what has changed, and has the owner told. A change
 * counts when it is seen twice: what comes and goes within seconds is nobody's business.
 */
public final class SelfWatch implements AutoCloseable {
    static final Duration PERIOD = Duration.ofSeconds(30);
    static final Duration CONFIRM = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(SelfWatch.class);

    /** Puts a letter into the owner's mailbox, or on its way there. */
    @FunctionalInterface
    public interface Post {
        void write(String address, String subject, String text) throws IOException;
    }

    /**
     * Who is told, and how.
     *
     * @param address empty: nobody
     */
    public record Owner(String address, String host, Locale language) {}

    private final Supplier<List<Finding>> itself;
    private final WholeLook whole;
    private final Supplier<Owner> owner;
    private final Post post;
    private final WatchBook book;
    private final Clock clock;
    private final Timer timer;
    private @Nullable Troubles candidate;
    private Timer.@Nullable Pending next;
    private boolean closed;

    /**
     * @param itself what the daemon finds of itself without asking anybody
     * @param file the history
     */
    public SelfWatch(
            Supplier<List<Finding>> itself,
            WholeLook whole,
            Supplier<Owner> owner,
            Post post,
            Path file,
            Clock clock,
            Timer timer) {
        this.itself = itself;
        this.whole = whole;
        this.owner = owner;
        this.post = post;
        this.book = new WatchBook(file);
        this.clock = clock;
        this.timer = timer;
    }

    /** Begins. What is being started at the same time gets some time first. */
    public synchronized void start() {
        again(PERIOD);
    }

    /**
     * Something was changed: looks at once, but not on the thread of whoever changed it, which may
     * hold what the look asks.
     */
    public void wake() {
        timer.after(Duration.ZERO, this::lookNow);
    }

    private synchronized void lookNow() {
        if (next != null) {
            next.cancel();
            look();
        }
    }

    /** What was seen so far. */
    public synchronized Watched watched() {
        WatchBook.Kept kept = book.kept();
        return new Watched(owner.get().address(), whole.at(), kept.troubles(), kept.notes());
    }

    synchronized void look() {
        if (closed) {
            return;
        }
        Duration pause = PERIOD;
        try {
            // before the first configuration there is no station to look at
            pause = owner.get().host().isEmpty() ? PERIOD : compare(all());
        } catch (RuntimeException surprise) {
            LOG.error("The station could not look at itself", surprise);
        }
        again(pause);
    }

    private List<Finding> all() {
        List<Finding> now = itself.get();
        Set<String> fresh = now.stream().map(Finding::check).collect(Collectors.toSet());
        return Stream.concat(
                        now.stream(),
                        // what is seen all the time is newer than what was seen hours ago
                        whole.findings().stream().filter(old -> !fresh.contains(old.check())))
                .toList();
    }

    private Duration compare(List<Finding> findings) {
        Troubles before = Troubles.of(book.kept().troubles());
        Troubles seen = Troubles.now(findings, before);
        if (!book.kept().begun()) {
            book.settle(seen);
            return PERIOD;
        }
        if (seen.sameAs(before)) {
            candidate = null;
            tell(findings, before);
            return PERIOD;
        }
        Troubles earlier = candidate;
        if (earlier == null || !seen.sameAs(earlier)) {
            candidate = seen;
            return CONFIRM;
        }
        candidate = null;
        note(findings, before, seen);
        tell(findings, seen);
        return PERIOD;
    }

    private void note(List<Finding> findings, Troubles before, Troubles seen) {
        WatchNote.Letter letter =
                owner.get().address().isEmpty()
                        ? WatchNote.Letter.NOBODY
                        : WatchNote.Letter.KEPT_BACK;
        WatchNote note =
                new WatchNote(
                        clock.instant(),
                        Health.of(findings),
                        seen.without(before),
                        before.goneFrom(seen),
                        letter);
        LOG.info(
                "The station sees that {} things have gone wrong and {} are in order again",
                note.begun().size(),
                note.ended().size());
        book.add(seen, note);
    }

    /** Writes what is still to be written, unless mail is what does not work. */
    private void tell(List<Finding> findings, Troubles now) {
        List<WatchNote> changes = book.keptBack();
        if (changes.isEmpty() || WatchLetter.isMailBroken(findings)) {
            return;
        }
        Owner told = owner.get();
        if (told.address().isEmpty()) {
            book.release(WatchNote.Letter.NOBODY);
            return;
        }
        try {
            post.write(
                    told.address(),
                    WatchLetter.subject(told.host(), now).in(told.language()),
                    WatchLetter.text(
                            told.host(), changes, now, told.language(), ZoneId.systemDefault()));
            book.release(WatchNote.Letter.WRITTEN);
        } catch (IOException | RuntimeException e) {
            LOG.warn("The owner could not be told; it is tried again", e);
        }
    }

    private void again(Duration pause) {
        next = timer.after(pause, this::look);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (next != null) {
            next.cancel();
        }
    }
}
