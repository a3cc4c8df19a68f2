package org.mailstation.daemon.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Notifications;
import org.mailstation.control.Progress;
import org.mailstation.control.WatchAnswer;
import org.mailstation.control.WatchNote;
import org.mailstation.control.WatchRequest;
import org.mailstation.control.Watched;
import org.mailstation.daemon.apply.Timer;
import org.mailstation.finding.Finding;
import org.mailstation.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the station from time to time, notes what has changed ({@link Damper} says what counts),
 * and has the owner told.
 */
public final class SelfWatch implements AutoCloseable {
    static final Duration PERIOD = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(SelfWatch.class);

    /** Puts a letter into the owner's mailbox, or on its way there. */
    @FunctionalInterface
    public interface Post {
        void write(String address, String subject, String text) throws IOException;
    }

    /**
     * How it is wanted.
     *
     * @param host empty: there is no configuration yet, and nothing to look at
     */
    public record Owner(String host, Notifications wanted) {
        String address() {
            return wanted.address();
        }

        Locale language() {
            return wanted.language().locale();
        }

        boolean watches() {
            return wanted.watch() && !host.isEmpty();
        }
    }

    private final Supplier<List<Finding>> itself;
    private final WholeLook whole;
    private final Supplier<Owner> owner;
    private final Post post;
    private final WatchBook book;
    private final Clock clock;
    private final Timer timer;
    private final Damper damper = new Damper();
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
        whole.plan();
        if (next != null) {
            next.cancel();
            look();
        }
    }

    /** What was seen so far. */
    public synchronized Watched watched() {
        WatchBook.Kept kept = book.kept();
        Owner told = owner.get();
        Instant latest = whole.at();
        return new Watched(
                told.wanted().watch(),
                told.wanted().every(),
                told.address(),
                latest == null ? kept.looked() : latest,
                whole.next(),
                kept.troubles(),
                kept.notes(),
                book.lost());
    }

    /** Does at once what is else done by itself. */
    public WatchAnswer answer(WatchRequest request, Consumer<Progress> progress)
            throws InterruptedException {
        return switch (request.wanted()) {
            case LOOK -> lookAtAll(progress);
            case LETTER -> trial();
        };
    }

    private WatchAnswer lookAtAll(Consumer<Progress> progress) throws InterruptedException {
        if (owner.get().host().isEmpty()) {
            return answer(false, Text.of("watch.looked.nothing"), null);
        }
        // takes its time; meanwhile the others may go on
        whole.look(progress);
        synchronized (this) {
            Duration _ = compare(all(), true);
            return answer(true, Text.of("watch.looked"), null);
        }
    }

    private synchronized WatchAnswer trial() {
        Owner told = owner.get();
        if (told.address().isEmpty()) {
            return answer(false, Text.of("watch.trial.nobody"), null);
        }
        Text obstacle =
                new Carriage(told.address()).obstacle(all(), Troubles.of(book.kept().troubles()));
        if (obstacle != null) {
            return answer(false, Text.of("watch.trial.broken"), obstacle);
        }
        try {
            post.write(
                    told.address(),
                    Text.of("watch.trial.subject", told.host()).in(told.language()),
                    Text.of("watch.trial.text", told.host()).in(told.language()) + "\n");
        } catch (IOException | RuntimeException e) {
            LOG.warn("The letter that the owner wanted as a trial could not be written", e);
            return answer(false, Text.of("watch.trial.failed"), null);
        }
        return answer(true, Text.of("watch.trial.written", told.address()), null);
    }

    private WatchAnswer answer(boolean done, Text said, @Nullable Text because) {
        return new WatchAnswer(watched(), done, said, because);
    }

    synchronized void look() {
        if (closed) {
            return;
        }
        Duration pause = PERIOD;
        try {
            pause = owner.get().watches() ? compare(all(), false) : PERIOD;
        } catch (RuntimeException surprise) {
            LOG.error("The station could not look at itself", surprise);
        }
        again(pause);
    }

    /** The checks whose answers come from others. */
    private Set<String> elsewhere() {
        return whole.at() == null
                ? book.kept().others()
                : whole.findings().stream().map(Finding::check).collect(Collectors.toSet());
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

    /**
     * @param asked somebody waits for it
     * @return when to look again
     */
    private Duration compare(List<Finding> findings, boolean asked) {
        Instant now = clock.instant();
        book.looked(whole.at());
        Troubles before = Troubles.of(book.kept().troubles());
        Troubles seen = Troubles.now(findings, before, now);
        if (whole.at() == null) {
            // after a start nobody has looked yet at what only others can tell
            seen = seen.keeping(before, book.kept().others(), findings);
        }
        if (!book.kept().begun()) {
            book.settle(seen, elsewhere());
            return PERIOD;
        }
        Set<String> restless = Damper.restless(book.kept().notes(), now);
        Damper.Outcome outcome = damper.look(before, seen, now, restless, asked);
        if (outcome.changed()) {
            note(before, outcome, now);
        }
        tell(findings, outcome.known());
        return outcome.unsettled() ? Damper.CONFIRM : PERIOD;
    }

    private void note(Troubles before, Damper.Outcome outcome, Instant now) {
        boolean nobody = owner.get().address().isEmpty();
        WatchNote note =
                new WatchNote(
                        now,
                        before.health(),
                        outcome.known().health(),
                        outcome.begun(),
                        outcome.ended(),
                        nobody ? WatchNote.Letter.NOBODY : WatchNote.Letter.KEPT_BACK);
        LOG.info(
                "The station sees that {} things have gone wrong and {} are in order again",
                note.begun().size(),
                note.ended().size());
        book.add(outcome.known(), note, elsewhere());
    }

    /** Writes what is still to be written, unless mail is what does not work. */
    private void tell(List<Finding> findings, Troubles now) {
        List<WatchNote> changes = book.owed();
        Owner told = owner.get();
        if (changes.isEmpty()) {
            return;
        }
        if (told.address().isEmpty()) {
            book.mark(WatchNote.Letter.NOBODY);
        } else if (new Carriage(told.address()).obstacle(findings, now) != null) {
            book.mark(WatchNote.Letter.KEPT_BACK);
        } else if (!book.mayWrite(clock.instant())) {
            book.mark(WatchNote.Letter.LATER);
        } else {
            write(told, changes, now);
        }
    }

    private void write(Owner told, List<WatchNote> changes, Troubles now) {
        try {
            post.write(
                    told.address(),
                    WatchLetter.subject(told.host(), now).in(told.language()),
                    WatchLetter.text(
                            told.host(), changes, now, told.language(), ZoneId.systemDefault()));
            book.written(clock.instant());
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
