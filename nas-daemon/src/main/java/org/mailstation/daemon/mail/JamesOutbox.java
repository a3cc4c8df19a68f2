package org.mailstation.daemon.mail;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.mail.MessagingException;
import org.apache.james.lifecycle.api.LifecycleUtil;
import org.apache.james.queue.api.MailQueue.MailQueueException;
import org.apache.james.queue.api.MailQueueName;
import org.apache.james.queue.api.ManageableMailQueue.MailQueueIterator;
import org.apache.james.server.core.MailImpl;
import org.apache.james.server.core.MimeMessageInputStream;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeUtils;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.QueueStatus;
import org.mailstation.control.WaitingLetter;
import org.mailstation.daemon.accounts.Address;
import org.mailstation.daemon.delivery.Envelope;
import org.mailstation.daemon.delivery.Letter;
import org.mailstation.daemon.delivery.LetterIds;
import org.mailstation.daemon.delivery.Outbox;
import org.mailstation.daemon.delivery.Wishes;
import org.mailstation.daemon.queue.FileMailQueue;
import org.mailstation.daemon.queue.QueuedItem;
import org.reactivestreams.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.BaseSubscriber;

/** The outbox in a James mail queue. */
final class JamesOutbox implements Outbox, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JamesOutbox.class);
    private static final MailQueueName NAME = MailQueueName.of("outgoing");
    private static final AttributeName ACCEPTED = AttributeName.of("accepted");
    private static final AttributeName TRIES = AttributeName.of("tries");
    private static final AttributeName WARNED = AttributeName.of("warned");

    /** As SMTP says them: James's own form knows no other kinds of original recipients. */
    private static final AttributeName WISHES = AttributeName.of("wishes");

    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    /**
     * Letters on their way at the same time, two to one destination: ten that are silent hold up
     * nobody else.
     */
    private static final int WORKERS = 20;

    private final FileMailQueue queue;
    private final LetterIds ids;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<String> unwanted = ConcurrentHashMap.newKeySet();
    private @Nullable Consuming consumer;

    JamesOutbox(MailStorage storage, LetterIds ids) {
        this.queue = storage.queues().createQueue(NAME);
        this.ids = ids;
    }

    @Override
    public void put(Entry entry, Duration delay) throws IOException {
        List<Mail> mails = List.of();
        try {
            mails = mails(entry);
            queue.enQueue(mails, delay);
        } catch (MessagingException e) {
            throw new IOException("the queue refused a letter", e);
        } finally {
            LifecycleUtil.dispose(mails);
        }
    }

    /** One for each domain. */
    private List<Mail> mails(Entry entry) throws MessagingException {
        Map<String, List<Address>> byDomain =
                entry.envelope().recipients().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Address::domain, LinkedHashMap::new, Collectors.toList()));
        List<Mail> mails = new ArrayList<>();
        for (List<Address> recipients : byDomain.values()) {
            String id = ids.next();
            Envelope part = entry.envelope().to(recipients);
            MailImpl mail = mail(id, part, entry.accepted(), entry.tries(), entry.warned());
            mail.setMessageContent(new LetterSource(id, entry.letter()));
            mails.add(mail);
        }
        return mails;
    }

    private static MailImpl mail(
            String id, Envelope envelope, Instant accepted, int tries, boolean warned)
            throws MessagingException {
        QueuedNames names = QueuedNames.of(envelope);
        return MailImpl.builder()
                .name(id)
                .sender(names.sender(envelope.sender()))
                .addRecipients(names.recipients(envelope.recipients()))
                .addAttribute(names.attribute())
                .addAttribute(new Attribute(ACCEPTED, AttributeValue.of(accepted.toEpochMilli())))
                .addAttribute(new Attribute(TRIES, AttributeValue.of(tries)))
                .addAttribute(new Attribute(WARNED, AttributeValue.of(warned)))
                .addAttribute(new Attribute(WISHES, AttributeValue.of(envelope.wishes().inLines())))
                .build();
    }

    /**
     * Begins to work on the letters, several at a time, each on a thread of its own. What the
     * worker returns is what remains; if it throws, the letter stays and comes again. Once it has
     * begun, asking again does nothing.
     *
     * @param givingUp works instead on those that {@link #giveUp} was asked for
     */
    synchronized void consume(Function<Entry, Rest> worker, Function<Entry, Rest> givingUp) {
        if (consumer == null) {
            consumer = new Consuming(worker, givingUp);
            queue.take().subscribe(consumer);
        }
    }

    /**
     * Takes a letter whenever a worker is free. Ending it interrupts nobody: an interrupt would
     * close files under a writer.
     */
    private final class Consuming extends BaseSubscriber<QueuedItem> {
        private final Function<Entry, Rest> worker;
        private final Function<Entry, Rest> givingUp;

        Consuming(Function<Entry, Rest> worker, Function<Entry, Rest> givingUp) {
            this.worker = worker;
            this.givingUp = givingUp;
        }

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            subscription.request(WORKERS);
        }

        @Override
        protected void hookOnNext(QueuedItem item) {
            threads.execute(
                    () -> {
                        boolean wanted = !unwanted.remove(item.getMail().getName());
                        work(item, wanted ? worker : givingUp);
                        request(1);
                    });
        }

        @Override
        protected void hookOnError(Throwable e) {
            LOG.error("the outgoing queue cannot be read", e);
        }
    }

    private void work(QueuedItem item, Function<Entry, Rest> worker) {
        try {
            Entry entry = entry(item.getMail());
            finish(item, entry, worker.apply(entry));
        } catch (RuntimeException | MessagingException | StackOverflowError e) {
            LOG.error("an outgoing letter stays in the queue", e);
            try {
                item.becomes(item.getMail(), AFTER_FAILURE, List.of());
            } catch (MessagingException | RuntimeException again) {
                LOG.error("an outgoing letter cannot be put back", again);
            }
        }
    }

    private void finish(QueuedItem item, Entry entry, Rest rest) throws MessagingException {
        Mail left = null;
        if (!rest.waiting().recipients().isEmpty()) {
            left =
                    mail(
                            item.getMail().getName(),
                            rest.waiting(),
                            entry.accepted(),
                            entry.tries() + 1,
                            rest.warned());
        }
        List<Mail> further = new ArrayList<>();
        for (Entry one : rest.further()) {
            further.addAll(mails(one));
        }
        try {
            boolean again = left != null && unwanted.contains(left.getName());
            item.becomes(left, again ? Duration.ZERO : rest.pause(), further);
        } catch (MailQueueException e) {
            LOG.error("what became of an outgoing letter cannot be kept yet", e);
        }
    }

    private static Entry entry(Mail mail) throws MessagingException {
        QueuedNames names = QueuedNames.of(mail);
        List<Address> recipients = names.recipients(mail);
        Address sender = names.sender(mail).orElse(null);
        long size = mail.getMessageSize();
        Letter letter =
                new Letter() {
                    @Override
                    public InputStream open() throws IOException {
                        try {
                            return new MimeMessageInputStream(mail.getMessage());
                        } catch (MessagingException e) {
                            throw new IOException("a queued letter cannot be read", e);
                        }
                    }

                    @Override
                    public long size() {
                        return size;
                    }
                };
        return new Entry(
                new Envelope(sender, recipients, wishes(mail)),
                letter,
                accepted(mail),
                tries(mail),
                AttributeUtils.getValueAndCastFromMail(mail, WARNED, Boolean.class).orElse(false));
    }

    private static Wishes wishes(Mail mail) {
        return AttributeUtils.getValueAndCastFromMail(mail, WISHES, String.class)
                .map(Wishes::read)
                .orElse(Wishes.NONE);
    }

    private static Instant accepted(Mail mail) {
        return AttributeUtils.getValueAndCastFromMail(mail, ACCEPTED, Long.class)
                .map(Instant::ofEpochMilli)
                .orElseGet(() -> mail.getLastUpdated().toInstant());
    }

    private static int tries(Mail mail) {
        return AttributeUtils.getValueAndCastFromMail(mail, TRIES, Integer.class).orElse(0);
    }

    /** Makes every letter that waits for its time due. */
    void tryAllNow() {
        queue.flush();
    }

    /**
     * Makes one letter due.
     *
     * @return whether it is there
     */
    boolean tryNow(String id) {
        return queue.hurry(id) > 0;
    }

    /**
     * Has one letter go back to its sender. A restart in between forgets that, and the letter waits
     * on.
     *
     * @return whether it is there
     */
    boolean giveUp(String id) {
        unwanted.add(id);
        boolean there = queue.hurry(id) > 0;
        if (!there) {
            unwanted.remove(id);
        }
        return there;
    }

    /**
     * Those that wait, first those that are tried first.
     *
     * @param last what is known of the last try of a letter
     */
    List<WaitingLetter> waiting(int most, Waiting.LastTry last) {
        List<WaitingLetter> letters = new ArrayList<>();
        MailQueueIterator all = queue.browse();
        while (letters.size() < most && all.hasNext()) {
            letters.add(Waiting.of(all.next(), JamesOutbox::accepted, JamesOutbox::tries, last));
        }
        all.close();
        return letters;
    }

    int size() {
        return (int) queue.getSize();
    }

    QueueStatus status() {
        int waiting = 0;
        Instant oldest = null;
        MailQueueIterator letters = queue.browse();
        while (letters.hasNext()) {
            Instant accepted = accepted(letters.next().getMail());
            oldest = oldest == null || accepted.isBefore(oldest) ? accepted : oldest;
            waiting++;
        }
        return new QueueStatus(waiting, oldest);
    }

    /** Takes no further letter; those on their way get a while to arrive. */
    @Override
    public synchronized void close() {
        if (consumer != null) {
            consumer.cancel();
        }
        threads.shutdown();
        try {
            if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("letters are still on their way out; they stay in the queue");
            }
            queue.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
