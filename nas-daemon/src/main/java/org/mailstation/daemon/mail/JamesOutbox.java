package org.mailstation.daemon.mail;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.mail.MessagingException;
import javax.mail.internet.AddressException;
import org.apache.james.core.MailAddress;
import org.apache.james.core.MaybeSender;
import org.apache.james.queue.api.MailQueue;
import org.apache.james.queue.api.MailQueue.MailQueueItem;
import org.apache.james.queue.api.MailQueueName;
import org.apache.james.queue.api.ManageableMailQueue;
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
import org.mailstation.daemon.accounts.Address;
import org.mailstation.daemon.delivery.Envelope;
import org.mailstation.daemon.delivery.Letter;
import org.mailstation.daemon.delivery.LetterIds;
import org.mailstation.daemon.delivery.Outbox;
import org.reactivestreams.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;

/** The outbox in a James mail queue. */
final class JamesOutbox implements Outbox, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JamesOutbox.class);
    private static final MailQueueName NAME = MailQueueName.of("outgoing");
    private static final AttributeName ACCEPTED = AttributeName.of("accepted");
    private static final AttributeName TRIES = AttributeName.of("tries");

    /** Letters on their way at the same time. */
    private static final int WORKERS = 8;

    private final ManageableMailQueue queue;
    private final LetterIds ids;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable Consuming consumer;

    JamesOutbox(MailStorage storage, LetterIds ids) {
        this.queue = storage.queues().createQueue(NAME);
        this.ids = ids;
    }

    @Override
    public void put(Entry entry, Duration delay) throws IOException {
        Map<String, List<Address>> byDomain =
                entry.envelope().recipients().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Address::domain, LinkedHashMap::new, Collectors.toList()));
        for (List<Address> recipients : byDomain.values()) {
            Envelope part = new Envelope(entry.envelope().sender(), recipients);
            keep(new Entry(part, entry.letter(), entry.accepted(), entry.tries()), delay);
        }
    }

    private void keep(Entry entry, Duration delay) throws IOException {
        MailImpl mail = null;
        try {
            mail = mail(entry);
            if (delay.isPositive()) {
                queue.enQueue(mail, delay);
            } else {
                queue.enQueue(mail);
            }
        } catch (MessagingException e) {
            throw new IOException("the queue refused a letter", e);
        } finally {
            if (mail != null) {
                mail.dispose();
            }
        }
    }

    private MailImpl mail(Entry entry) throws MessagingException {
        String id = ids.next();
        Address sender = entry.envelope().sender();
        MailImpl mail =
                MailImpl.builder()
                        .name(id)
                        .sender(
                                sender == null
                                        ? MaybeSender.nullSender()
                                        : MaybeSender.of(james(sender)))
                        .addRecipients(james(entry.envelope().recipients()))
                        .addAttribute(
                                new Attribute(
                                        ACCEPTED,
                                        AttributeValue.of(entry.accepted().toEpochMilli())))
                        .addAttribute(new Attribute(TRIES, AttributeValue.of(entry.tries())))
                        .build();
        mail.setMessageContent(new LetterSource(id, entry.letter()));
        return mail;
    }

    private static MailAddress james(Address address) throws AddressException {
        return new MailAddress(address.toString());
    }

    private static List<MailAddress> james(List<Address> addresses) throws AddressException {
        List<MailAddress> all = new ArrayList<>();
        for (Address address : addresses) {
            all.add(james(address));
        }
        return all;
    }

    /**
     * Begins to work on the letters, several at a time, each on a thread of its own. A letter
     * leaves the outbox when the worker returns; if the worker throws, it stays and comes again.
     * Once it has begun, asking again does nothing.
     */
    synchronized void consume(Consumer<Entry> worker) {
        if (consumer == null) {
            consumer = new Consuming(worker);
            Flux.from(queue.deQueue()).subscribe(consumer);
        }
    }

    /**
     * Takes a letter whenever a worker is free. Ending it interrupts nobody: an interrupt would
     * close files under a writer.
     */
    private final class Consuming extends BaseSubscriber<MailQueueItem> {
        private final Consumer<Entry> worker;

        Consuming(Consumer<Entry> worker) {
            this.worker = worker;
        }

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            subscription.request(WORKERS);
        }

        @Override
        protected void hookOnNext(MailQueueItem item) {
            threads.execute(
                    () -> {
                        work(item, worker);
                        request(1);
                    });
        }

        @Override
        protected void hookOnError(Throwable e) {
            LOG.error("the outgoing queue cannot be read", e);
        }
    }

    private static void work(MailQueueItem item, Consumer<Entry> worker) {
        MailQueueItem.CompletionStatus status = MailQueueItem.CompletionStatus.RETRY;
        try {
            worker.accept(entry(item.getMail()));
            status = MailQueueItem.CompletionStatus.SUCCESS;
        } catch (RuntimeException | MessagingException | StackOverflowError e) {
            LOG.error("an outgoing letter stays in the queue", e);
        } finally {
            try {
                item.done(status);
            } catch (MessagingException | RuntimeException e) {
                LOG.error("an outgoing letter cannot be taken from the queue", e);
            }
        }
    }

    private static Entry entry(Mail mail) throws MessagingException {
        List<Address> recipients =
                mail.getRecipients().stream()
                        .flatMap(recipient -> Address.parse(recipient.asString()).stream())
                        .toList();
        Address sender =
                mail.getMaybeSender()
                        .asOptional()
                        .flatMap(address -> Address.parse(address.asString()))
                        .orElse(null);
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
        return new Entry(new Envelope(sender, recipients), letter, accepted(mail), tries(mail));
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
        try {
            queue.flush();
        } catch (MailQueue.MailQueueException e) {
            throw new IllegalStateException("the outgoing queue cannot be hurried", e);
        }
    }

    QueueStatus status() {
        int waiting = 0;
        Instant oldest = null;
        try {
            MailQueueIterator letters = queue.browse();
            try {
                while (letters.hasNext()) {
                    Instant accepted = accepted(letters.next().getMail());
                    oldest = oldest == null || accepted.isBefore(oldest) ? accepted : oldest;
                    waiting++;
                }
            } finally {
                letters.close();
            }
        } catch (MessagingException e) {
            throw new IllegalStateException("the outgoing queue cannot be read", e);
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
        } catch (IOException e) {
            LOG.warn("the outgoing queue was not closed properly", e);
        }
    }
}
