package org.mailstation.daemon.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mailstation.control.Trace;
import org.mailstation.control.TraceStep;
import org.mailstation.daemon.accounts.Address;
import org.mailstation.daemon.accounts.AddressBook;
import org.mailstation.daemon.incoming.Ruling;

/** What happens when a part of the work fails, in an in-memory world. */
class ReceptionTest {
    private static final Origin STRANGER = new Origin("client", "192.0.2.1", "ESMTP", null);
    private static final Letter LETTER =
            Letter.of("Subject: x\r\n\r\nx\r\n".getBytes(StandardCharsets.US_ASCII));

    private final Set<String> broken = new HashSet<>();
    private final Set<String> full = new HashSet<>();
    private final List<String> delivered = new ArrayList<>();
    private final List<Outbox.Entry> queued = new ArrayList<>();
    private final List<Duration> delays = new ArrayList<>();
    private final List<Letter> letters = new ArrayList<>();
    private final List<Trace> traces = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();
    private String annoyed = "nobody";
    private boolean outboxBroken;
    private Gate.Look look = new Gate.Look(new byte[0], new Ruling.Take(), true);
    private final Clock clock = Clock.fixed(Instant.parse("2026-05-01T12:00:00Z"), ZoneOffset.UTC);
    private final AddressBook book = AddressBook.of(SmallHouse.config());
    private final Reception reception =
            new Reception(
                    () -> "mail.home.test",
                    () -> book,
                    TestFiling.over(new Boxes(), this::put, () -> book, clock),
                    this::put,
                    new LetterIds(clock, new Random(1)),
                    letter -> letter,
                    new Reports(
                            () -> "mail.home.test",
                            () -> Locale.ENGLISH,
                            new LetterIds(clock, new Random(2)),
                            letter -> letter,
                            clock),
                    new Looking(),
                    clock,
                    _ -> {},
                    new Notes());

    private final class Boxes implements Mailboxes {
        @Override
        public void deliver(String account, Place place, Letter letter) throws IOException {
            if (broken.contains(account)) {
                throw new IOException("disk full");
            }
            if (full.contains(account)) {
                throw new MailboxFullException(account);
            }
            if (account.startsWith("deep")) {
                throw new StackOverflowError();
            }
            delivered.add(account + (place.mailbox().equals("Spam") ? " junk" : ""));
            letters.add(letter);
        }

        @Override
        public boolean hasRoomFor(String account, long octets) {
            return !full.contains(account);
        }
    }

    private final class Looking implements Gate {
        @Override
        public Look look(Envelope envelope, Origin origin, Letter letter, Header header) {
            return look;
        }

        @Override
        public boolean isJunkTo(String account, Letter letter) {
            return account.equals(annoyed);
        }
    }

    private final class Notes implements Journal {
        @Override
        public void came(Trace letter) {
            traces.add(letter);
        }

        @Override
        public void step(String messageId, TraceStep step) {
            steps.add(step.kind() + " " + step.to() + " " + step.place() + step.detail());
        }
    }

    private void put(Outbox.Entry entry, Duration delay) throws IOException {
        if (outboxBroken) {
            throw new IOException("disk full");
        }
        queued.add(entry);
        delays.add(delay);
    }

    private Verdict accept(String... recipients) throws IOException {
        List<Address> to =
                Stream.of(recipients).map(text -> Address.parse(text).orElseThrow()).toList();
        return reception.accept(
                new Envelope(Address.parse("bob@away.test").orElseThrow(), to), STRANGER, LETTER);
    }

    @Test
    void when_nothing_can_be_stored_the_client_keeps_the_letter() throws IOException {
        broken.add("anna@home.test");

        assertThat(accept("anna@home.test"))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.reply()).startsWith("452 4.3.1"));
        assertThat(queued).isEmpty();
    }

    @Test
    void for_a_full_mailbox_the_client_keeps_the_letter_and_hears_why() throws IOException {
        full.add("anna@home.test");

        assertThat(accept("anna@home.test"))
                .isEqualTo(new Verdict.Refused(Reception.FULL))
                .asString()
                .contains("452 4.2.2");
        assertThat(queued).isEmpty();
    }

    @Test
    void when_one_mailbox_of_two_is_full_its_letter_waits_in_the_outbox() throws IOException {
        full.add("ben@home.test");

        assertThat(accept("anna@home.test", "ben@home.test")).isInstanceOf(Verdict.Accepted.class);

        assertThat(delivered).containsExactly("anna@home.test");
        assertThat(queued)
                .extracting(entry -> entry.envelope().recipients().toString())
                .containsExactly("[ben@home.test]");
    }

    @Test
    void only_an_address_whose_every_mailbox_is_full_has_no_room() {
        full.add("ben@home.test");

        assertThat(room("ben@home.test")).isFalse();
        assertThat(room("anna@home.test")).isTrue();
        assertThat(room("both@home.test")).isTrue();
        assertThat(room("far@home.test")).isTrue();
        assertThat(room("x@away.test")).isTrue();
    }

    private boolean room(String address) {
        return reception.hasRoomFor(Address.parse(address).orElseThrow(), 1);
    }

    @Test
    void
            when_one_mailbox_of_two_fails_the_letter_is_taken_and_the_rest_tried_again_without_a_duplicate()
                    throws IOException {
        broken.add("ben@home.test");

        assertThat(accept("anna@home.test", "ben@home.test")).isInstanceOf(Verdict.Accepted.class);

        assertThat(delivered).containsExactly("anna@home.test");
        assertThat(queued)
                .singleElement()
                .extracting(entry -> entry.envelope().recipients().toString())
                .isEqualTo("[ben@home.test]");
        assertThat(delays.getFirst()).isPositive();
    }

    @Test
    void when_the_outbox_fails_nothing_is_delivered_inside_either() throws IOException {
        outboxBroken = true;

        assertThat(accept("far@home.test", "anna@home.test")).isInstanceOf(Verdict.Refused.class);
        assertThat(delivered).isEmpty();
    }

    @Test
    void when_only_the_way_out_worked_the_inside_is_tried_later() throws IOException {
        broken.add("anna@home.test");

        assertThat(accept("far@home.test", "anna@home.test")).isInstanceOf(Verdict.Accepted.class);

        assertThat(queued)
                .extracting(entry -> entry.envelope().recipients().toString())
                .containsExactly("[x@away.test]", "[anna@home.test]");
    }

    @Test
    void a_store_that_runs_out_of_stack_is_a_failure_like_any_other() throws IOException {
        assertThat(accept("deep@home.test")).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void a_queued_letter_has_its_trace_line_and_the_time_when_it_was_accepted() throws IOException {
        accept("far@home.test");

        assertThat(queued.getFirst().letter().open())
                .asString(StandardCharsets.US_ASCII)
                .startsWith("Received: from client ([192.0.2.1])");
        assertThat(queued.getFirst().accepted()).isEqualTo(clock.instant());
        assertThat(queued.getFirst().tries()).isZero();
    }

    private Verdict acceptWith(String header) throws IOException {
        return reception.accept(
                new Envelope(
                        Address.parse("bob@away.test").orElseThrow(),
                        List.of(new Address("anna", "home.test"))),
                STRANGER,
                Letter.of((header + "\r\nx\r\n").getBytes(StandardCharsets.US_ASCII)));
    }

    private String text(int index) throws IOException {
        return new String(letters.get(index).open().readAllBytes(), StandardCharsets.US_ASCII);
    }

    @Test
    void a_letter_that_the_gate_refuses_is_stored_nowhere() throws IOException {
        look = new Gate.Look(new byte[0], new Ruling.Refuse("550 5.7.26 forged"), true);

        assertThat(accept("anna@home.test", "far@home.test"))
                .isEqualTo(new Verdict.Refused("550 5.7.26 forged"));
        assertThat(delivered).isEmpty();
        assertThat(queued).isEmpty();
    }

    @Test
    void junk_goes_into_its_folder_and_says_why() throws IOException {
        look = new Gate.Look(new byte[0], new Ruling.Junk("dmarc"), true);

        acceptWith("Subject: x\r\n");

        assertThat(delivered).containsExactly("anna@home.test junk");
        assertThat(text(0)).contains("\r\nX-Mail-Station-Junk: dmarc\r\n");
    }

    @Test
    void junk_that_waits_for_room_keeps_its_mark() throws IOException {
        look = new Gate.Look(new byte[0], new Ruling.Junk("dmarc"), true);
        full.add("ben@home.test");

        accept("anna@home.test", "ben@home.test");

        assertThat(JunkMark.folder(Header.of(queued.getFirst().letter()))).isEqualTo(Folder.JUNK);
    }

    @Test
    void what_a_sender_says_in_our_name_is_taken_away() throws IOException {
        look =
                new Gate.Look(
                        "Authentication-Results: mail.home.test; spf=fail\r\n"
                                .getBytes(StandardCharsets.US_ASCII),
                        new Ruling.Take(),
                        true);

        acceptWith(
                "Authentication-Results: Mail.Home.test;\r\n dmarc=pass\r\n"
                        + "Authentication-Results: mx.away.test; spf=pass\r\n"
                        + "X-Mail-Station-Junk: no\r\nSubject: x\r\n");

        assertThat(delivered).containsExactly("anna@home.test");
        assertThat(text(0))
                .contains("mail.home.test; spf=fail", "mx.away.test; spf=pass")
                .doesNotContain("dmarc=pass", "X-Mail-Station-Junk");
    }

    @Test
    void a_letter_that_stays_here_is_noted_once_with_all_that_became_of_it() throws IOException {
        accept("anna@home.test", "ben@home.test");

        assertThat(steps).isEmpty();
        assertThat(traces.getFirst().steps())
                .extracting(step -> step.kind() + " " + step.to())
                .containsExactly("DELIVERED anna@home.test", "DELIVERED ben@home.test");
    }

    @Test
    void a_letter_that_cannot_be_stored_is_noted_as_refused() throws IOException {
        full.add("anna@home.test");

        accept("anna@home.test");

        assertThat(traces).hasSize(1);
        assertThat(traces.getFirst().steps())
                .extracting(TraceStep::detail)
                .containsExactly(Reception.FULL);
    }

    @Test
    void every_letter_leaves_a_trace_also_one_that_is_not_taken() throws IOException {
        full.add("ben@home.test");
        accept("anna@home.test", "ben@home.test", "far@home.test");
        look =
                new Gate.Look(
                        "Authentication-Results: mail.home.test;\r\n\tspf=fail\r\n"
                                .getBytes(StandardCharsets.US_ASCII),
                        new Ruling.Refuse("550 5.7.26 forged"),
                        true);
        acceptWith("Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\nMessage-ID: <1@away.test>\r\n");

        assertThat(traces).hasSize(2);
        assertThat(traces.getFirst().source()).isEqualTo("client [192.0.2.1] ESMTP");
        assertThat(steps)
                .containsExactly(
                        "QUEUED x@away.test ",
                        "DELIVERED anna@home.test INBOX",
                        "QUEUED ben@home.test ");
        Trace refused = traces.getLast();
        assertThat(refused.subject()).isEqualTo("Grüße");
        assertThat(refused.messageId()).isEqualTo("<1@away.test>");
        assertThat(refused.checks()).isEqualTo("spf=fail");
        assertThat(refused.steps())
                .extracting(TraceStep::detail)
                .containsExactly("550 5.7.26 forged");
    }

    @Test
    void what_one_person_calls_junk_is_put_aside_for_that_person_only() throws IOException {
        annoyed = "ben@home.test";

        accept("anna@home.test", "ben@home.test");

        assertThat(delivered).containsExactly("anna@home.test", "ben@home.test junk");
        assertThat(text(0)).doesNotContain("X-Mail-Station-Junk");
        assertThat(text(1)).contains("X-Mail-Station-Junk: learnt\r\n");
    }

    private void askForSuccess(boolean proven, Ruling ruling) throws IOException {
        Address anna = Address.parse("anna@home.test").orElseThrow();
        Wish success = new Wish(Set.of(Wish.Notice.SUCCESS), "");
        look = new Gate.Look(new byte[0], ruling, proven);
        Verdict verdict =
                reception.accept(
                        new Envelope(
                                Address.parse("bob@away.test").orElseThrow(),
                                List.of(anna),
                                new Wishes(null, "", Map.of(anna, success))),
                        STRANGER,
                        LETTER);
        assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void whoever_may_be_forged_is_not_told_that_a_letter_arrived() throws IOException {
        askForSuccess(false, new Ruling.Take());
        askForSuccess(true, new Ruling.Junk("dmarc"));
        assertThat(queued).isEmpty();

        askForSuccess(true, new Ruling.Take());
        assertThat(queued)
                .singleElement()
                .extracting(report -> report.envelope().recipients().toString())
                .isEqualTo("[bob@away.test]");
    }
}
