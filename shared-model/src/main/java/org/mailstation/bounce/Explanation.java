package org.mailstation.bounce;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mailstation.text.Text;

/**
 * All that can be said of a file or text that may be a returned letter.
 *
 * @param what {@code returned}, {@code waiting} (it is still tried), or what it is instead, as
 *     {@code receipt}
 * @param headline the same for a person
 * @param reporter the server that says it came back; may be empty
 * @param answers one a recipient; none where it is no returned letter
 * @param cut whether only its beginning was read
 */
public record Explanation(
        String what,
        Text headline,
        String reporter,
        Original letter,
        List<Answer> answers,
        Logged log,
        boolean cut) {
    public Explanation {
        answers = List.copyOf(answers);
    }

    /** Of something else. */
    public static Explanation of(NoBounce what) {
        return new Explanation(
                what.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                what.text(),
                "",
                Original.UNKNOWN,
                List.of(),
                Logged.notAsked(Text.of("bounce.log.nothing")),
                false);
    }

    /**
     * Of a returned letter.
     *
     * @param ours the domains of the station, in small letters
     */
    public static Explanation of(Reading.Returned returned, Logged log, Set<String> ours) {
        boolean forged = log.kind() == Logged.Kind.MISSING && isOurs(returned.original(), ours);
        List<Answer> answers =
                returned.refusals().stream()
                        .map(one -> Answer.of(forged ? one.because(Cause.FORGED) : log.about(one)))
                        .toList();
        boolean waiting = returned.refusals().stream().allMatch(one -> one.again() == Again.YES);
        return new Explanation(
                waiting ? "waiting" : "returned",
                waiting ? Text.of("bounce.title.waiting") : Text.of("bounce.title.returned"),
                returned.reporter(),
                returned.original(),
                answers,
                log,
                returned.cut());
    }

    /** Whether it is a letter that was returned, or may be. */
    public boolean isReturned() {
        return !answers.isEmpty();
    }

    /** Under one of our addresses, and so it should have gone through the station. */
    private static boolean isOurs(Original letter, Set<String> ours) {
        String from = letter.from();
        return ours.contains(from.substring(from.indexOf('@') + 1).toLowerCase(Locale.ROOT));
    }
}
