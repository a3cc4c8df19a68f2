package org.mailstation.daemon.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.control.StationEvent;
import org.mailstation.control.Trace;
import org.mailstation.control.TraceRequest;
import org.mailstation.control.TraceStep;
import org.mailstation.daemon.notes.NoteBook;

class TraceBookTest {
    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

    private final NoteBook notes = NoteBook.inMemory();
    private final TraceBook book = book(NOW);

    private TraceBook book(Instant now) {
        return new TraceBook(
                notes.map("traces"), notes.map("names"), Clock.fixed(now, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        notes.close();
    }

    private static Trace letter(String id, Instant at, String subject) {
        return new Trace(
                id,
                at,
                "<" + id + "@away.example>",
                "bob@away.example",
                List.of("anna@home.test"),
                subject,
                "mx [198.51.100.7] ESMTP",
                100,
                "spf=pass",
                List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "jörg@bücher.example",
        "JÖRG",
        "jo\u0308rg@xn--bcher-kva.example",
        "bücher",
        "@XN--BCHER-KVA.example"
    })
    void an_address_beyond_ascii_is_found_in_either_form(String typed) {
        Trace trace = letter("a", NOW, "Hello");
        book.came(
                new Trace(
                        trace.id(),
                        NOW,
                        trace.messageId(),
                        "jörg@bücher.example",
                        trace.to(),
                        trace.subject(),
                        trace.source(),
                        trace.bytes(),
                        trace.checks(),
                        List.of()));
        book.came(letter("b", NOW.plusSeconds(1), "Dinner"));

        assertThat(found(typed, "", "", "")).containsExactly("a");
    }

    private List<String> found(String from, String to, String subject, String id) {
        return book.find(new TraceRequest(from, to, subject, id, 10)).letters().stream()
                .map(Trace::id)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', '', '', 'b a'",
        "'', '', INVOICE, '', a",
        "bob@, Anna, '', '', 'b a'",
        "carl, '', '', '', ''",
        "'', '', '', <b@away, b",
        "'', friend@else, '', '', b",
    })
    void letters_are_found_by_any_part_of_what_is_known_of_them(
            String from, String to, String subject, String id, String expected) {
        book.came(letter("a", NOW, "Your invoice"));
        book.came(letter("b", NOW.plusSeconds(1), "Dinner"));
        book.step(
                "<b@away.example>",
                new TraceStep(
                        NOW,
                        TraceStep.Kind.SENT,
                        "friend@else.example",
                        "mx.else.example",
                        "DANE"));

        assertThat(String.join(" ", found(from, to, subject, id))).isEqualTo(expected);
    }

    @Test
    void what_became_of_a_letter_stands_in_its_order() {
        book.came(letter("a", NOW, "x"));
        String id = "<a@away.example>";
        book.step(id, new TraceStep(NOW, TraceStep.Kind.QUEUED, "f@else.example", "", ""));
        book.event(
                new StationEvent.LetterDelayed(
                        NOW,
                        "f@else.example",
                        "mx.else.example",
                        "451 later",
                        NOW.plusSeconds(60),
                        id));
        book.event(new StationEvent.LetterReturned(NOW, "f@else.example", null, "550 no", id));
        book.event(new StationEvent.LetterSent(NOW, "x", "y", "<unknown@away.example>"));

        assertThat(book.find(new TraceRequest("", "", "", "", 1)).letters().getFirst().steps())
                .extracting(step -> step.kind() + " " + step.place() + " " + step.detail())
                .containsExactly(
                        "QUEUED  ",
                        "DELAYED mx.else.example 451 later (2026-05-01T12:01:00Z)",
                        "RETURNED  550 no");
    }

    @Test
    void a_letter_that_got_its_name_from_us_is_found_by_our_number_in_it() {
        Trace unnamed =
                new Trace("nr7", NOW, "nr7", "a@home", List.of("x"), "", "", 1, "", List.of());
        book.came(unnamed);
        TraceStep late = new TraceStep(NOW, TraceStep.Kind.DELAYED, "x", "", "451 later");
        book.step("<nr7@mail.home.example>", late);

        assertThat(book.find(new TraceRequest("", "", "", "nr7", 1)).letters().getFirst().steps())
                .containsExactly(late);
        assertThat(book.lastTry("<nr7@mail.home.example>", List.of("x"))).isEqualTo(late);
        assertThat(book.lastTry("<nr7@mail.home.example>", List.of("y"))).isNull();
        assertThat(book.lastTry("<unknown@away.example>", List.of("x"))).isNull();
    }

    @Test
    void more_letters_than_asked_for_are_said_to_be_there() {
        book.came(letter("a", NOW, "x"));
        book.came(letter("b", NOW.plusSeconds(1), "x"));

        var found = book.find(new TraceRequest("", "", "", "", 1));
        assertThat(found.letters()).extracting(Trace::id).containsExactly("b");
        assertThat(found.more()).isTrue();
    }

    @Test
    void after_thirty_days_nothing_is_left() {
        book.came(letter("old", NOW, "x"));
        Instant later = NOW.plus(Duration.ofDays(31));

        book(later).came(letter("new", later, "x"));

        assertThat(found("", "", "", "")).containsExactly("new");
        assertThat(book.sizes()).isEqualTo(Map.entry(1, 1));
    }
}
