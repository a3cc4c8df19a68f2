package org.mailstation.daemon.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.mailstation.config.StationConfig;
import org.mailstation.daemon.accounts.Address;
import org.mailstation.daemon.accounts.AddressBook;
import org.mailstation.daemon.assurance.Assurance;

/** Who is tried again, in an in-memory world where some do not answer. */
class OutgoingMailTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final Letter LETTER =
            Letter.of("Subject: x\r\n\r\nx\r\n".getBytes(StandardCharsets.US_ASCII));

    private final StationConfig config = SmallHouse.config();
    private final Set<String> full = new HashSet<>();
    private final List<String> delivered = new ArrayList<>();
    private final Map<String, MxAnswer> mx = new HashMap<>();
    private Locale language = Locale.ENGLISH;
    private final OutgoingMail outgoing = outgoing();

    private OutgoingMail outgoing() {
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
        AddressBook book = AddressBook.of(config);
        return new OutgoingMail(
                () -> config,
                () -> book,
                TestFiling.over(new Boxes(), (_, _) -> {}, () -> book, clock),
                new Reports(
                        () -> "mail.home.test",
                        () -> language,
                        new LetterIds(clock, new Random(1)),
                        letter -> letter,
                        clock),
                clock,
                _ -> {},
                Journal.NONE,
                new Outwards(
                        () -> config,
                        _ -> null,
                        outside(),
                        new RelayMemory(new ConcurrentHashMap<>(), clock),
                        Assurance.Finder.NONE,
                        clock));
    }

    private Outside outside() {
        try {
            return new Outside(
                    domain -> mx.getOrDefault(domain, new MxAnswer.CouldNotTell("silence")),
                    host -> List.of(),
                    25,
                    SSLContext.getDefault(),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    new RetrySchedule(List.of(Duration.ofMinutes(2)), Duration.ofDays(5)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Boxes implements Mailboxes {
        @Override
        public void deliver(String account, Place place, Letter letter) throws IOException {
            if (full.contains(account)) {
                throw new MailboxFullException(account);
            }
            delivered.add(account);
        }

        @Override
        public boolean hasRoomFor(String account, long octets) {
            return true;
        }
    }

    private static List<Address> addresses(String... texts) {
        return Stream.of(texts).map(text -> Address.parse(text).orElseThrow()).toList();
    }

    private static Outbox.Entry entry(Letter letter, String... recipients) {
        Address sender = addresses("anna@home.test").getFirst();
        return new Outbox.Entry(new Envelope(sender, addresses(recipients)), letter, NOON, 0);
    }

    @Test
    void of_an_address_with_several_mailboxes_only_the_full_one_is_tried_again() {
        full.add("ben@home.test");

        Outbox.Rest rest = outgoing.apply(entry(LETTER, "both@home.test"));

        assertThat(delivered).containsExactly("anna@home.test");
        assertThat(rest.waiting().recipients()).isEqualTo(addresses("ben@home.test"));
        assertThat(rest.pause()).isEqualTo(Duration.ofMinutes(2));
        assertThat(rest.further()).isEmpty();

        full.clear();
        rest = outgoing.apply(entry(LETTER, "ben@home.test"));
        assertThat(delivered).containsExactly("anna@home.test", "ben@home.test");
        assertThat(rest.waiting().recipients()).isEmpty();
    }

    @Test
    void what_leads_elsewhere_and_what_is_reported_comes_with_the_rest_in_one_answer() {
        mx.put("silent.test", new MxAnswer.TakesNoMail());

        Outbox.Rest rest =
                outgoing.apply(entry(LETTER, "far@home.test", "x@silent.test", "y@quiet.test"));

        assertThat(rest.waiting().recipients()).isEqualTo(addresses("y@quiet.test"));
        assertThat(rest.further())
                .extracting(one -> one.envelope().recipients().toString())
                .containsExactly("[x@away.test]", "[anna@home.test]");
        assertThat(rest.further().getLast().envelope().sender()).as("of a report").isNull();
    }

    @Test
    void a_letter_that_cannot_be_read_is_sent_to_nobody() {
        Letter unreadable =
                new Letter() {
                    @Override
                    public InputStream open() throws IOException {
                        throw new IOException("Input/output error");
                    }

                    @Override
                    public long size() {
                        return 1;
                    }
                };

        Assertions.assertThatThrownBy(() -> outgoing.apply(entry(unreadable, "ben@home.test")))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(delivered).isEmpty();
    }

    @Test
    void a_report_speaks_the_language_of_the_house_and_its_fields_that_of_programs()
            throws IOException {
        language = Locale.GERMAN;
        mx.put("silent.test", new MxAnswer.TakesNoMail());

        Outbox.Rest rest = outgoing.apply(entry(LETTER, "x@silent.test"));

        Letter report = rest.further().getFirst().letter();
        String text;
        try (InputStream in = report.open()) {
            text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
        assertThat(text)
                .contains(
                        "Subject: Ihr Brief konnte nicht zugestellt werden\r\n",
                        "Bitte pr=C3=BCfen Sie die Adressen",
                        "\r\nAction: failed\r\nStatus: 5.1.10\r\n");
    }
}
