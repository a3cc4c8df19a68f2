package org.mailstation.bounce;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.mailstation.control.Trace;
import org.mailstation.control.TraceRequest;
import org.mailstation.control.TraceStep;
import org.mailstation.control.Traces;
import org.mailstation.text.Text;

/** Looks a returned letter up in the station's log of the last 30 days. */
public final class StationLog {
    private static final int MOST = 1_000;

    /** The clock of whoever wrote the letter may be another one than ours. */
    private static final Duration SLACK = Duration.ofHours(1);

    private StationLog() {}

    /** Asks the station. */
    @FunctionalInterface
    public interface Question<E extends Exception> {
        Traces ask(TraceRequest request) throws E;
    }

    public static <E extends Exception> Logged look(Reading.Returned returned, Question<E> question)
            throws E {
        String id = returned.original().messageId();
        if (!id.isEmpty()) {
            Traces same = question.ask(new TraceRequest("", "", "", id, 1));
            if (!same.letters().isEmpty()) {
                return logged(Logged.Kind.FOUND, same.letters());
            }
            Traces all = question.ask(new TraceRequest("", "", "", "", MOST));
            return logged(
                    isCovered(returned, all) ? Logged.Kind.MISSING : Logged.Kind.NOT_COVERED,
                    List.of());
        }
        for (Refusal refusal : returned.refusals()) {
            if (!refusal.recipient().isEmpty()) {
                return similar(
                        refusal.recipient(),
                        question.ask(new TraceRequest("", refusal.recipient(), "", "", MOST)));
            }
        }
        return logged(Logged.Kind.NOTHING, List.of());
    }

    private static Logged similar(String recipient, Traces to) {
        return to.letters().stream()
                .filter(letter -> hadTrouble(letter, recipient))
                .findFirst()
                .map(letter -> logged(Logged.Kind.SIMILAR, List.of(letter)))
                .orElse(logged(Logged.Kind.NOT_COVERED, List.of()));
    }

    private static boolean hadTrouble(Trace letter, String recipient) {
        return letter.steps().stream()
                .filter(step -> step.to().isEmpty() || step.to().equalsIgnoreCase(recipient))
                .anyMatch(StationLog::isTrouble);
    }

    private static boolean isTrouble(TraceStep step) {
        return switch (step.kind()) {
            case REFUSED, RELAYED, DELAYED, RETURNED -> true;
            case DELIVERED, QUEUED, SENT, RULED, DISCARDED, ANSWERED -> false;
        };
    }

    /** Whether the letter would stand in the log if the station had sent it. */
    private static boolean isCovered(Reading.Returned returned, Traces log) {
        Optional<Instant> written = moment(returned.original().date());
        return written.isPresent()
                && log.letters().stream()
                        .anyMatch(letter -> letter.at().isBefore(written.get().minus(SLACK)));
    }

    /** RFC 5322 3.3, without a comment behind. */
    private static Optional<Instant> moment(String date) {
        try {
            String plain = date.replaceAll("\\s*\\(.*$", "").strip();
            return Optional.of(
                    ZonedDateTime.parse(plain, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Logged logged(Logged.Kind kind, List<Trace> letters) {
        Text text =
                switch (kind) {
                    case FOUND -> Text.of("bounce.log.found");
                    case SIMILAR -> Text.of("bounce.log.similar");
                    case MISSING -> Text.of("bounce.log.missing");
                    case NOT_COVERED -> Text.of("bounce.log.not-covered");
                    case NOTHING, NOT_ASKED -> Text.of("bounce.log.nothing");
                };
        return new Logged(kind, letters, text);
    }
}
