package org.mailstation.words;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mailstation.bounce.StepMeaning;
import org.mailstation.control.WaitingLetter;
import org.mailstation.control.WaitingLetters;
import org.mailstation.text.Text;

/** Letters that wait to leave, as lines for a person. */
public final class QueueWords {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private QueueWords() {}

    public static List<String> lines(WaitingLetters waiting, ZoneId zone) {
        if (waiting.all() == 0) {
            return List.of(words("queue.nothing"));
        }
        List<String> lines = new ArrayList<>();
        for (WaitingLetter one : waiting.letters()) {
            lines.add(
                    words(
                            "queue.letter",
                            one.id(),
                            one.from().isEmpty() ? words("queue.report") : one.from(),
                            String.join(", ", one.to()),
                            one.subject()));
            lines.add("  " + words("queue.next", time(one.next(), zone), one.tries()));
            StepMeaning answer = StepMeaning.of(one);
            answer.means().forEach(text -> lines.add("  " + text.words()));
            if (!answer.reply().isEmpty()) {
                lines.add("  " + words("queue.reason", BounceWords.shown(answer.reply())));
            }
        }
        if (waiting.letters().size() < waiting.all()) {
            lines.add(words("queue.more", waiting.all() - waiting.letters().size()));
        }
        return lines;
    }

    /** What came of having letters tried. */
    public static String tried(boolean found) {
        return words(found ? "queue.tried" : "queue.unknown");
    }

    /** What would come of giving a letter up. */
    public static String sure(String id) {
        return words("queue.sure", id);
    }

    /** What came of giving a letter up. */
    public static String givenUp(boolean found) {
        return words(found ? "queue.given-up" : "queue.unknown");
    }

    private static String time(Instant moment, ZoneId zone) {
        return TIME.format(moment.atZone(zone));
    }

    private static String words(String key, Object... args) {
        return Text.of(key, args).words();
    }
}
