package org.mailstation.daemon.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.mail.MessagingException;
import org.apache.james.core.builder.MimeMessageBuilder;
import org.apache.james.queue.api.MailQueue.MailQueueException;
import org.apache.james.queue.api.MailQueueName;
import org.apache.james.server.core.MailImpl;
import org.apache.james.utils.UpdatableTickingClock;
import org.apache.mailet.Mail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.daemon.store.disk.FillingDisk;

/** A disk that takes nothing for a while, at each operation of a change. */
class QueueFullDiskTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final MailQueueName OUTGOING = MailQueueName.of("outgoing");
    private static final int MOST = 30;

    @TempDir Path folder;

    private final UpdatableTickingClock clock = new UpdatableTickingClock(NOON);
    private final FillingDisk disk = new FillingDisk();
    private FileMailQueueFactory factory;
    private FileMailQueue queue;

    @BeforeEach
    void open() {
        factory = new FileMailQueueFactory(folder, clock, 10, disk);
        queue = factory.createQueue(OUTGOING);
    }

    @AfterEach
    void close() {
        factory.close();
    }

    private static Mail mail(String name) throws MessagingException {
        return MailImpl.builder()
                .name(name)
                .sender("anna@example.org")
                .addRecipient("ben@example.net")
                .mimeMessage(MimeMessageBuilder.mimeMessageBuilder().setText(name))
                .build();
    }

    private QueuedItem take() {
        QueuedItem item = queue.take().blockFirst(Duration.ofSeconds(60));
        assertThat(item).isNotNull();
        return item;
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        queue.browse().forEachRemaining(view -> names.add(view.getMail().getName()));
        return names;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("outgoing"))) {
            return all.toList();
        }
    }

    @Test
    void a_letter_for_several_domains_is_queued_for_all_or_for_none() throws Exception {
        boolean taken = false;
        for (int operations = 0; !taken && operations < MOST; operations++) {
            disk.fillAfter(operations);
            try {
                queue.enQueue(
                        List.of(mail("one"), mail("two"), mail("three")), Duration.ofHours(1));
                taken = true;
            } catch (MailQueueException full) {
                assertThat(names()).isEmpty();
                disk.empty();
                assertThat(files()).isEmpty();
            }
        }
        assertThat(taken).isTrue();
        assertThat(names()).containsExactly("one", "two", "three");
    }

    @Test
    void what_became_of_a_letter_is_kept_when_the_disk_has_room_again_and_it_is_not_sent_twice()
            throws Exception {
        boolean kept = false;
        for (int operations = 0; !kept && operations < MOST; operations++) {
            queue.enQueue(mail("letter"));
            QueuedItem item = take();
            disk.fillAfter(operations);
            try {
                item.becomes(mail("rest"), Duration.ofHours(1), List.of(mail("report")));
                kept = true;
            } catch (MailQueueException full) {
                clock.setInstant(clock.instant().plus(Duration.ofMinutes(2)));
            }
            disk.empty();

            assertThat(take().getMail().getName()).as("the rest waits").isEqualTo("report");
            assertThat(names()).containsExactlyInAnyOrder("rest", "report");
            queue.clear();
            factory.close();
            open();
            assertThat(names()).containsExactly("report");
            queue.clear();
        }
        assertThat(kept).isTrue();
    }

    @Test
    void a_letter_that_arrived_while_the_disk_was_read_only_goes_once_it_is_back()
            throws Exception {
        queue.enQueue(mail("letter"));
        QueuedItem item = take();
        disk.fillAfter(0);
        assertThatThrownBy(() -> item.becomes(null, Duration.ZERO, List.of()))
                .isInstanceOf(MailQueueException.class);
        assertThat(queue.getSize()).isEqualTo(1);

        disk.empty();
        clock.setInstant(NOON.plus(Duration.ofMinutes(2)));
        queue.enQueue(mail("next"));

        assertThat(take().getMail().getName()).isEqualTo("next");
        assertThat(names()).containsExactly("next");
    }
}
