package org.mailstation.daemon.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.mail.MessagingException;
import org.apache.james.core.builder.MimeMessageBuilder;
import org.apache.james.queue.api.MailQueue.MailQueueException;
import org.apache.james.queue.api.MailQueue.MailQueueItem;
import org.apache.james.queue.api.MailQueueName;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.Mail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.daemon.store.disk.LossyDisk;
import org.mailstation.daemon.store.disk.RealDisk;

/**
 * Cuts the power before each single file operation of a short life of a queue, and looks at what is
 * there afterwards.
 */
class QueuePowerCutTest {
    private static final MailQueueName OUTGOING = MailQueueName.of("outgoing");

    @TempDir Path folder;

    /** What the queue has acknowledged. */
    private static final class Promises {
        final Set<String> kept = new HashSet<>();

        /** Not known: what was under way may have happened or not. */
        final Set<String> inDoubt = new HashSet<>();

        /** All of these are there, or none. */
        final List<Set<String>> together = new ArrayList<>();

        /** An entry that is there exactly when those that come of it are not. */
        final Map<String, List<String>> insteadOf = new HashMap<>();
    }

    private static void live(FileMailQueue queue, Promises promises) throws MessagingException {
        for (String name : List.of("one", "two", "three")) {
            put(queue, name, promises);
        }
        finish(queue, MailQueueItem.CompletionStatus.SUCCESS, promises);
        finish(queue, MailQueueItem.CompletionStatus.RETRY, promises);
        put(queue, "four", promises);
        finish(queue, MailQueueItem.CompletionStatus.SUCCESS, promises);
        putTogether(queue, List.of("five", "six", "seven"), promises);
        becomes(queue, true, List.of(), promises);
        becomes(queue, true, List.of("report"), promises);
        becomes(queue, false, List.of("report of the last", "passed on"), promises);
        finish(queue, MailQueueItem.CompletionStatus.SUCCESS, promises);
    }

    private static void put(FileMailQueue queue, String name, Promises promises)
            throws MessagingException {
        promises.inDoubt.add(name);
        queue.enQueue(mail(name, name));
        promises.inDoubt.remove(name);
        promises.kept.add(name);
    }

    private static Mail mail(String name, String text) throws MessagingException {
        return MailImpl.builder()
                .name(name)
                .sender("anna@home.test")
                .addRecipient("ben@home.test")
                .mimeMessage(
                        MimeMessageBuilder.mimeMessageBuilder()
                                .setSubject(name)
                                .setText("text of " + text))
                .build();
    }

    /** One letter for several domains. */
    private static void putTogether(FileMailQueue queue, List<String> names, Promises promises)
            throws MessagingException {
        List<Mail> mails = new ArrayList<>();
        for (String name : names) {
            mails.add(mail(name, names.getFirst()));
        }
        promises.together.add(new HashSet<>(names));
        promises.inDoubt.addAll(names);
        queue.enQueue(mails, Duration.ZERO);
        promises.inDoubt.removeAll(names);
        promises.kept.addAll(names);
        promises.together.clear();
    }

    private static void becomes(
            FileMailQueue queue, boolean stays, List<String> further, Promises promises)
            throws MessagingException {
        QueuedItem item = queue.take().blockFirst(Duration.ofSeconds(20));
        assertThat(item).isNotNull();
        String name = item.getMail().getName();
        List<Mail> mails = new ArrayList<>();
        for (String one : further) {
            mails.add(mail(one, one));
        }
        promises.inDoubt.addAll(further);
        if (!stays) {
            promises.kept.remove(name);
            promises.inDoubt.add(name);
            promises.insteadOf.put(name, further);
        }
        promises.together.add(new HashSet<>(further));
        item.becomes(stays ? mail(name, name) : null, Duration.ZERO, mails);
        promises.insteadOf.clear();
        promises.together.clear();
        promises.inDoubt.remove(name);
        promises.inDoubt.removeAll(further);
        promises.kept.addAll(further);
    }

    private static void finish(
            FileMailQueue queue, MailQueueItem.CompletionStatus status, Promises promises)
            throws MailQueueException {
        MailQueueItem item = queue.deQueue().blockFirst(Duration.ofSeconds(20));
        assertThat(item).isNotNull();
        String name = item.getMail().getName();
        if (status == MailQueueItem.CompletionStatus.SUCCESS) {
            promises.kept.remove(name);
            promises.inDoubt.add(name);
        }
        item.done(status);
        promises.inDoubt.remove(name);
    }

    /**
     * @return whether the power lasted to the end
     */
    private static boolean liveUntil(int operation, Promises promises, Path before, Path after)
            throws IOException {
        LossyDisk disk = new LossyDisk(before, operation);
        boolean survived = false;
        disk.createDirectory(before);
        try (FileMailQueueFactory factory =
                new FileMailQueueFactory(before, Clock.systemUTC(), 1000, disk)) {
            live(factory.createQueue(OUTGOING), promises);
            survived = true;
        } catch (MessagingException | UncheckedIOException e) {
            assertThat(disk.isDead()).as("failed although the power was on: %s", e).isTrue();
        }
        disk.restore(after);
        return survived;
    }

    private static void check(Promises promises, Path after) throws Exception {
        try (FileMailQueueFactory factory =
                new FileMailQueueFactory(after, Clock.systemUTC(), 1000, new RealDisk())) {
            FileMailQueue queue = factory.createQueue(OUTGOING);
            List<String> found = new ArrayList<>();
            queue.browse().forEachRemaining(view -> found.add(view.getMail().getName()));
            assertThat(found).doesNotHaveDuplicates().containsAll(promises.kept);
            promises.kept.addAll(promises.inDoubt);
            assertThat(promises.kept).containsAll(found);
            for (Set<String> group : promises.together) {
                assertThat(group.stream().filter(found::contains).count())
                        .isIn(0L, (long) group.size());
            }
            promises.insteadOf.forEach(
                    (name, others) ->
                            assertThat(found.contains(name))
                                    .isNotEqualTo(found.containsAll(others)));
            for (int left = found.size(); left > 0; left--) {
                MailQueueItem item = queue.deQueue().blockFirst(Duration.ofSeconds(20));
                assertThat(item).isNotNull();
                assertThat(item.getMail().getMessage().getContent())
                        .asString()
                        .isIn("text of " + item.getMail().getName(), "text of five");
            }
        }
    }

    @Test
    void whatever_was_accepted_is_there_after_a_power_cut_at_any_moment_and_nothing_comes_back()
            throws Exception {
        boolean survived = false;
        int operation = 0;
        while (!survived) {
            operation++;
            Path after = folder.resolve("after-" + operation);
            Promises promises = new Promises();
            survived = liveUntil(operation, promises, folder.resolve("before-" + operation), after);
            try {
                check(promises, after);
            } catch (AssertionError e) {
                throw new AssertionError("after a power cut at operation " + operation, e);
            }
        }
        assertThat(operation).isGreaterThan(30);
    }
}
