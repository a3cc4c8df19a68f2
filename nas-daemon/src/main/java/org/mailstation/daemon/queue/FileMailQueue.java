package org.mailstation.daemon.queue;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import javax.mail.MessagingException;
import org.apache.james.queue.api.MailQueueName;
import org.apache.james.queue.api.ManageableMailQueue;
import org.apache.james.queue.api.RawMailQueueItem;
import org.apache.mailet.Mail;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * A queue in a folder. An entry is durable when {@code enQueue} returns, and stays until it is
 * done; whatever was being worked on when the process ended is handed out again.
 */
public final class FileMailQueue implements ManageableMailQueue {
    static final String DAMAGED = "damaged";
    static final String REJECTED = "rejected";
    private static final Logger LOG = LoggerFactory.getLogger(FileMailQueue.class);
    private static final Duration AFTER_ERROR = Duration.ofMinutes(1);
    private static final Instant FAR = Instant.parse("9999-12-31T00:00:00Z");

    private final MailQueueName name;
    private final QueueFolder folder;
    private final Clock clock;
    private final EntryIds ids;
    private final Schedule schedule;
    private final EntryLook look;
    private final Runnable onClose;

    /** What became of entries that the disk did not take, so that nothing is sent twice. */
    private final Map<String, Change> unsaved = new ConcurrentHashMap<>();

    FileMailQueue(
            MailQueueName name, QueueFolder folder, Clock clock, int atATime, Runnable onClose)
            throws IOException {
        this.name = name;
        this.folder = folder;
        this.clock = clock;
        this.ids = new EntryIds(clock);
        this.schedule = new Schedule(clock, atATime);
        this.look = new EntryLook(folder, clock);
        this.onClose = onClose;
        for (String id : folder.load()) {
            ids.seen(id);
            resume(id);
        }
    }

    private void resume(String id) throws IOException {
        try {
            schedule.resume(entry(id, folder.envelope(id)));
        } catch (DamagedEntry e) {
            setAside(id, e);
        }
    }

    private static Schedule.Entry entry(String id, Envelope envelope) {
        return new Schedule.Entry(id, envelope.next(), envelope.destination());
    }

    private void setAside(String id, Exception cause) throws IOException {
        LOG.error(
                "The queued letter {} of {} is damaged; it is kept in the folder {}",
                id,
                name.asString(),
                DAMAGED,
                cause);
        folder.setAside(id, DAMAGED);
    }

    @Override
    public MailQueueName getName() {
        return name;
    }

    @Override
    public void enQueue(Mail mail) throws MailQueueException {
        enQueue(mail, Duration.ZERO);
    }

    @Override
    public void enQueue(Mail mail, Duration delay) throws MailQueueException {
        enQueue(List.of(mail), delay);
    }

    /**
     * Queues mails that share one letter, that of the first. All of them are durable when this
     * returns; if it fails, or if there is a crash meanwhile, there is none.
     */
    public void enQueue(List<Mail> mails, Duration delay) throws MailQueueException {
        Instant now = clock.instant();
        Instant next = later(now, delay);
        List<NewEntry> entries = mails.stream().map(mail -> entry(mail, now, next)).toList();
        try {
            folder.put(entries);
        } catch (IOException e) {
            throw new MailQueueException(
                    "The letter " + mails.getFirst().getName() + " could not be queued", e);
        }
        entries.forEach(entry -> schedule.add(entry(entry.id(), entry.envelope())));
    }

    private NewEntry entry(Mail mail, Instant enqueued, Instant next) {
        return new NewEntry(
                ids.next(),
                JamesMail.envelope(mail, enqueued, next, 0, 0),
                () -> JamesMail.letter(mail));
    }

    private static Instant later(Instant now, Duration delay) {
        if (delay.isNegative()) {
            return now;
        }
        try {
            Instant next = now.plus(delay);
            return next.isAfter(FAR) ? FAR : next;
        } catch (DateTimeException | ArithmeticException e) {
            return FAR;
        }
    }

    @Override
    public Publisher<Void> enqueueReactive(Mail mail) {
        return Mono.<Void>fromCallable(
                        () -> {
                            enQueue(mail);
                            return null;
                        })
                .subscribeOn(Schedulers.boundedElastic());
    }

    /**
     * Each subscription waits on a thread of its own and takes what is due when the subscriber asks
     * for more.
     */
    @Override
    public Flux<MailQueueItem> deQueue() {
        return take().map(RawMailQueueItem::new);
    }

    /** As {@link #deQueue()}, for those who know what else can become of an entry. */
    public Flux<QueuedItem> take() {
        return Flux.using(
                () -> Schedulers.newSingle("queue-" + name.asString(), true),
                scheduler ->
                        Flux.<QueuedItem>generate(
                                        sink -> {
                                            Optional<QueuedItem> item = next();
                                            item.ifPresentOrElse(sink::next, sink::complete);
                                        })
                                .subscribeOn(scheduler),
                Scheduler::dispose);
    }

    private Optional<QueuedItem> next() {
        try {
            Optional<Schedule.Entry> entry = schedule.take();
            while (entry.isPresent()) {
                Optional<QueuedItem> item = load(entry.get());
                if (item.isPresent()) {
                    return item;
                }
                entry = schedule.take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the subscriber is gone
        }
        return Optional.empty();
    }

    private Optional<QueuedItem> load(Schedule.Entry entry) {
        try {
            Change left = unsaved.get(entry.id());
            if (left != null) {
                carryOut(entry.id(), left);
                return Optional.empty();
            }
            Envelope envelope = folder.envelope(entry.id());
            Mail mail = JamesMail.mail(envelope, folder.letter(entry.id()));
            return Optional.of(new QueuedItem(entry.id(), envelope, mail, this));
        } catch (DamagedEntry | MessagingException e) {
            schedule.finished(entry.id());
            abandon(entry, e);
        } catch (NoSuchFileException e) {
            schedule.finished(entry.id());
            LOG.warn("The queued letter {} was removed by somebody else", entry.id());
        } catch (ClosedByInterruptException e) {
            schedule.giveBack(entry.id(), entry.next());
            Thread.currentThread()
                    .interrupt(); // the subscriber is gone; the letter is for the next one
        } catch (IOException e) {
            schedule.giveBack(entry.id(), clock.instant().plus(AFTER_ERROR));
            LOG.error(
                    "The queued letter {} cannot be read or changed now; tried again later",
                    entry.id(),
                    e);
        }
        return Optional.empty();
    }

    private void abandon(Schedule.Entry entry, Exception cause) {
        try {
            setAside(entry.id(), cause);
        } catch (IOException e) {
            LOG.error("The damaged letter {} could not be moved away", entry.id(), e);
        }
    }

    void done(QueuedItem item, MailQueueItem.CompletionStatus status) throws MailQueueException {
        switch (status) {
            case SUCCESS ->
                    change(item.id(), new Change(item.envelope().revision() + 1, null, List.of()));
            case REJECT -> reject(item.id());
            case RETRY -> change(item.id(), again(item));
        }
    }

    private Change again(QueuedItem item) {
        Mail mail = item.getMail();
        Envelope next = next(item, mail, clock.instant());
        return JamesMail.isUnchanged(mail)
                ? new Change(next.revision(), next, List.of())
                : new Change(
                        next.revision(),
                        null,
                        List.of(new NewEntry(ids.next(), next, () -> JamesMail.letter(mail))));
    }

    private Envelope next(QueuedItem item, Mail mail, Instant next) {
        Envelope before = item.envelope();
        Instant now = clock.instant(); // the clock may have been ahead when it came
        Instant enqueued = before.enqueued().isAfter(now) ? now : before.enqueued();
        return JamesMail.envelope(
                mail, enqueued, next, before.attempts() + 1, before.revision() + 1);
    }

    void becomes(QueuedItem item, @Nullable Mail rest, Duration delay, List<Mail> further)
            throws MailQueueException {
        Instant now = clock.instant();
        Envelope next = rest == null ? null : next(item, rest, later(now, delay));
        List<NewEntry> others = further.stream().map(mail -> entry(mail, now, now)).toList();
        change(item.id(), new Change(item.envelope().revision() + 1, next, others));
    }

    private void change(String id, Change change) throws MailQueueException {
        try {
            carryOut(id, change);
        } catch (IOException e) {
            unsaved.put(id, change);
            schedule.giveBack(id, clock.instant().plus(AFTER_ERROR));
            throw new MailQueueException(
                    "The queue's files cannot be changed now; tried again later", e);
        }
    }

    private void carryOut(String id, Change change) throws IOException {
        folder.change(id, change);
        unsaved.remove(id);
        List<Schedule.Entry> entries = new ArrayList<>();
        if (change.next() != null) {
            entries.add(entry(id, change.next()));
        }
        change.further().forEach(other -> entries.add(entry(other.id(), other.envelope())));
        schedule.becomes(id, entries);
    }

    private void reject(String id) throws MailQueueException {
        try {
            folder.setAside(id, REJECTED);
            schedule.finished(id);
        } catch (IOException e) {
            schedule.giveBack(id, clock.instant().plus(AFTER_ERROR));
            throw new MailQueueException("The letter could not be set aside", e);
        }
    }

    @Override
    public long getSize() {
        return schedule.size();
    }

    /**
     * Lasts until the next start; an entry that was not handed out by then waits for its time
     * again.
     */
    @Override
    public long flush() {
        return schedule.flush();
    }

    /**
     * As {@link #flush}, for the mails of one name.
     *
     * @return how many there are
     */
    public int hurry(String mail) {
        List<Schedule.Entry> named =
                schedule.all().stream()
                        .filter(entry -> look.matches(entry, Type.Name, mail))
                        .toList();
        named.forEach(entry -> schedule.hurry(entry.id()));
        return named.size();
    }

    @Override
    public long clear() throws MailQueueException {
        return remove(entry -> true);
    }

    @Override
    public long remove(Type type, String value) throws MailQueueException {
        return remove(entry -> look.matches(entry, type, value));
    }

    private long remove(Predicate<Schedule.Entry> which) throws MailQueueException {
        List<Schedule.Entry> withdrawn = schedule.withdraw(which);
        try {
            for (Schedule.Entry entry : withdrawn) {
                unsaved.remove(entry.id());
                folder.remove(entry.id());
            }
        } catch (IOException e) {
            throw new MailQueueException("The queue's files could not be removed", e);
        }
        return withdrawn.size();
    }

    /** The entries that are not done, as they are now; each is read when it is asked for. */
    @Override
    public MailQueueIterator browse() {
        return new QueueView(schedule.all(), look::view);
    }

    @Override
    public void close() {
        onClose.run();
    }

    /** Ends all subscriptions. */
    void stop() {
        schedule.close();
    }
}
