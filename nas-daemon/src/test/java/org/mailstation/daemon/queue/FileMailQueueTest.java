package org.mailstation.daemon.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.apache.james.queue.api.MailQueue.MailQueueItem;
import org.apache.james.queue.api.MailQueue.MailQueueItem.CompletionStatus;
import org.apache.james.queue.api.MailQueueName;
import org.apache.james.queue.api.ManageableMailQueue.MailQueueItemView;
import org.apache.james.server.core.MailImpl;
import org.apache.james.utils.UpdatableTickingClock;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we promise beyond James's contracts. */
class FileMailQueueTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final MailQueueName OUTGOING = MailQueueName.of("outgoing");

    @TempDir Path folder;

    private final UpdatableTickingClock clock = new UpdatableTickingClock(NOON);
    private FileMailQueueFactory factory;
    private FileMailQueue queue;

    @BeforeEach
    void open() {
        factory = new FileMailQueueFactory(folder, clock, 2);
        queue = factory.createQueue(OUTGOING);
    }

    @AfterEach
    void close() {
        factory.close();
    }

    private void reopen() {
        close();
        open();
    }

    private static MailImpl mail(String name) throws MessagingException {
        return MailImpl.builder()
                .name(name)
                .sender("anna@example.org")
                .addRecipient("ben@example.net")
                .mimeMessage(
                        MimeMessageBuilder.mimeMessageBuilder()
                                .setSubject("Hello")
                                .setText("Dear Ben"))
                .build();
    }

    private MailQueueItem take() {
        MailQueueItem item = queue.deQueue().blockFirst(Duration.ofSeconds(60));
        assertThat(item).isNotNull();
        return item;
    }

    private List<String> files(String suffix) throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("outgoing"))) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    private JsonNode envelope() throws IOException {
        Path file = folder.resolve("outgoing").resolve(files(".json").getFirst());
        return new ObjectMapper().readTree(file.toFile());
    }

    private List<String> waiting() {
        List<String> names = new ArrayList<>();
        queue.browse().forEachRemaining(view -> names.add(view.getMail().getName()));
        return names;
    }

    @Test
    void a_queued_letter_is_two_files_that_a_person_can_read() throws Exception {
        queue.enQueue(mail("letter-1"), Duration.ofMinutes(5));

        assertThat(files(".eml")).hasSize(1);
        Path letter = folder.resolve("outgoing").resolve(files(".eml").getFirst());
        assertThat(letter).content().contains("Subject: Hello").contains("Dear Ben");
        JsonNode envelope = envelope();
        assertThat(envelope.get("sender").asText()).isEqualTo("anna@example.org");
        assertThat(envelope.get("recipients").get(0).asText()).isEqualTo("ben@example.net");
        assertThat(Instant.parse(envelope.get("next").asText()))
                .isEqualTo(NOON.plus(Duration.ofMinutes(5)));
        assertThat(envelope.get("attempts").asInt()).isZero();
    }

    @Test
    void what_was_being_worked_on_at_the_end_is_handed_out_again_after_a_restart()
            throws Exception {
        queue.enQueue(mail("letter-1"));
        assertThat(take().getMail().getName()).isEqualTo("letter-1");

        reopen();

        assertThat(queue.getSize()).isEqualTo(1);
        MailQueueItem again = take();
        assertThat(again.getMail().getMessage().getSubject()).isEqualTo("Hello");
        again.done(CompletionStatus.SUCCESS);
        reopen();
        assertThat(queue.getSize()).isZero();
        assertThat(files(".eml")).isEmpty();
    }

    @Test
    void a_letter_is_not_from_the_future_after_the_clock_was_set_back() throws Exception {
        queue.enQueue(mail("letter-1"));
        MailQueueItem item = take();
        Instant before = NOON.minus(Duration.ofDays(2000));
        clock.setInstant(before);
        item.done(CompletionStatus.RETRY);
        assertThat(Instant.parse(envelope().get("enqueued").asText())).isEqualTo(before);
        assertThat(take().getMail().getName()).isEqualTo("letter-1");
    }

    @Test
    void an_entry_waits_for_its_time_also_over_a_restart() throws Exception {
        queue.enQueue(mail("later"), Duration.ofHours(1));
        reopen();
        queue.enQueue(mail("now"));

        assertThat(take().getMail().getName()).isEqualTo("now");
        List<MailQueueItemView> views = new ArrayList<>();
        queue.browse().forEachRemaining(views::add);
        assertThat(views).as("the one in work and the one that waits").hasSize(2);
        assertThat(views.getLast().getNextDelivery().orElseThrow().toInstant())
                .isEqualTo(NOON.plus(Duration.ofHours(1)));

        clock.setInstant(NOON.plus(Duration.ofHours(2)));
        assertThat(take().getMail().getName()).isEqualTo("later");
    }

    @Test
    void a_retry_keeps_what_was_changed_and_counts_the_attempt() throws Exception {
        queue.enQueue(mail("letter-1"));
        MailQueueItem item = take();
        item.getMail().setErrorMessage("451 come back later");
        item.done(CompletionStatus.RETRY);
        reopen();

        assertThat(files(".eml")).hasSize(1);
        JsonNode envelope =
                new ObjectMapper()
                        .readTree(
                                folder.resolve("outgoing")
                                        .resolve(files(".json").getFirst())
                                        .toFile());
        assertThat(envelope.get("attempts").asInt()).isEqualTo(1);
        assertThat(take().getMail().getErrorMessage()).isEqualTo("451 come back later");
    }

    @Test
    void a_rejected_letter_is_kept_aside_and_not_handed_out_again() throws Exception {
        queue.enQueue(mail("letter-1"));
        take().done(CompletionStatus.REJECT);
        reopen();

        assertThat(queue.getSize()).isZero();
        assertThat(folder.resolve("outgoing/rejected")).isDirectoryContaining("glob:**.eml");
    }

    @Test
    void a_damaged_entry_is_set_aside_and_the_others_go_on() throws Exception {
        queue.enQueue(mail("letter-1"));
        queue.enQueue(mail("letter-2"));
        Path first = folder.resolve("outgoing").resolve(files(".json").getFirst());
        Files.writeString(first, "{ \"format\": 1, \"na");

        reopen();

        assertThat(waiting()).containsExactly("letter-2");
        assertThat(folder.resolve("outgoing/damaged")).isDirectoryContaining("glob:**.eml");
    }

    @Test
    void an_entry_that_is_damaged_while_it_waits_is_set_aside_when_its_turn_comes()
            throws Exception {
        queue.enQueue(mail("letter-1"));
        queue.enQueue(mail("letter-2"));
        Path first = folder.resolve("outgoing").resolve(files(".json").getFirst());
        Files.writeString(
                first, Files.readString(first).replace("ben@example.net", "ben@@example"));

        assertThat(take().getMail().getName()).isEqualTo("letter-2");
        assertThat(queue.getSize()).isEqualTo(1);
        assertThat(folder.resolve("outgoing/damaged")).isDirectoryContaining("glob:**.json");
    }

    @Test
    void what_was_never_accepted_completely_is_removed_at_the_start() throws Exception {
        Path outgoing = folder.resolve("outgoing");
        Files.writeString(
                outgoing.resolve("20260301T110000.000-0000.eml"), "Subject: no envelope\r\n\r\n");
        Files.writeString(outgoing.resolve("20260301T110000.000-0001.eml.new"), "Subject: half");
        queue.enQueue(mail("whole"));

        reopen();

        assertThat(waiting()).containsExactly("whole");
        assertThat(files(".eml")).hasSize(1);
        assertThat(files(".new")).isEmpty();
    }

    @Test
    void order_survives_a_clock_that_goes_back() throws Exception {
        queue.enQueue(mail("first"));
        clock.setInstant(NOON.minus(Duration.ofDays(1)));
        reopen();
        queue.enQueue(mail("second"));

        List<String> ids = files(".eml");
        assertThat(ids).hasSize(2);
        assertThat(folder.resolve("outgoing").resolve(ids.getLast().replace(".eml", ".json")))
                .content()
                .contains("second");
    }

    @Test
    void an_attribute_that_names_a_class_is_neither_written_nor_read() throws Exception {
        MailImpl mail = mail("letter-1");
        mail.setAttribute(new Attribute(AttributeName.of("plain"), AttributeValue.of("value")));
        mail.setAttribute(
                new Attribute(
                        AttributeName.of("odd"), AttributeValue.ofUnserializable(new Object())));
        queue.enQueue(mail);
        Path envelope = folder.resolve("outgoing").resolve(files(".json").getFirst());
        assertThat(envelope).content().doesNotContain("odd");
        Files.writeString(
                envelope,
                Files.readString(envelope)
                        .replace("StringSerializer", "ArbitrarySerializableSerializer"));

        Mail taken = take().getMail();

        assertThat(taken.attributes()).isEmpty();
    }

    @Test
    void a_queue_name_is_never_a_path() throws Exception {
        MailQueueName odd = MailQueueName.of("../../etc/passwd");
        factory.createQueue(odd).enQueue(mail("letter-1"));

        assertThat(folder.resolve("%2E.%2F..%2Fetc%2Fpasswd")).isDirectoryContaining("glob:**.eml");
        assertThat(factory.listCreatedMailQueues()).containsExactlyInAnyOrder(OUTGOING, odd);
    }

    @Test
    void a_queue_closed_by_its_last_user_offers_unfinished_work_again_when_it_is_opened()
            throws Exception {
        FileMailQueue second = factory.createQueue(OUTGOING);
        queue.enQueue(mail("letter-1"));
        take();
        queue.close();
        assertThat(second.getSize()).isEqualTo(1);
        assertThat(factory.createQueue(OUTGOING)).isSameAs(second);

        second.close();
        second.close();

        queue = factory.createQueue(OUTGOING);
        assertThat(queue).isNotSameAs(second);
        assertThat(take().getMail().getName()).isEqualTo("letter-1");
    }
}
