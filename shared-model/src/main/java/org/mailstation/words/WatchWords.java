package org.mailstation.words;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.mailstation.control.Trouble;
import org.mailstation.control.WatchAnswer;
import org.mailstation.control.WatchNote;
import org.mailstation.control.Watched;
import org.mailstation.text.Text;

/** What the station saw of itself, as lines for a person. */
public final class WatchWords {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private WatchWords() {}

    public static List<String> lines(Watched watched, ZoneId zone) {
        List<String> lines = new ArrayList<>();
        if (watched.lost() != null) {
            lines.add(watched.lost().words());
        }
        if (watched.troubles().isEmpty()) {
            lines.add(Text.of("watch.fine").words());
        } else {
            lines.add(Text.of("watch.troubles").words());
            watched.troubles().forEach(one -> lines.add("  " + since(one, zone).words()));
        }
        lines.add(looked(watched, zone).words());
        lines.add(plan(watched, zone).words());
        lines.add(
                (watched.address().isEmpty()
                                ? Text.of("watch.nobody")
                                : Text.of("watch.told", watched.address()))
                        .words());
        watched.notes().forEach(note -> lines.addAll(note(note, zone)));
        return lines;
    }

    /** What was done, or why it was not. */
    public static List<String> said(WatchAnswer answer) {
        return Stream.of(answer.said(), answer.because())
                .filter(Objects::nonNull)
                .map(Text::words)
                .toList();
    }

    private static Text since(Trouble one, ZoneId zone) {
        return one.since() == null
                ? one.sentence()
                : Text.of("watch.since", one.sentence().words(), time(one.since(), zone));
    }

    private static Text looked(Watched watched, ZoneId zone) {
        return watched.whole() == null
                ? Text.of("watch.whole.not-yet")
                : Text.of("watch.whole.at", time(watched.whole(), zone));
    }

    private static Text plan(Watched watched, ZoneId zone) {
        return watched.next() == null
                ? Text.of("watch.off")
                : Text.of("watch.next", time(watched.next(), zone), watched.every());
    }

    private static List<String> note(WatchNote note, ZoneId zone) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(time(note.at(), zone) + "  " + change(note).words());
        note.begun()
                .forEach(
                        one ->
                                lines.add(
                                        "  "
                                                + Text.of("watch.begun", one.sentence().words())
                                                        .words()));
        note.ended().forEach(one -> lines.add("  " + ended(one, zone).words()));
        lines.add("  " + letter(note).words());
        return lines;
    }

    /** From which state to which. */
    public static Text change(WatchNote note) {
        return note.before() == null || note.before() == note.health()
                ? Text.of("watch.state", note.health())
                : Text.of("watch.state.changed", note.before(), note.health());
    }

    /** What became of the letter about it. */
    public static Text letter(WatchNote note) {
        return Text.of(
                "watch.letter." + note.letter().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static Text ended(Trouble one, ZoneId zone) {
        String words = one.sentence().words();
        return one.since() == null || one.until() == null
                ? Text.of("watch.ended", words)
                : Text.of(
                        "watch.ended.lasted",
                        words,
                        time(one.since(), zone),
                        lasted(one.since(), one.until()).words());
    }

    /** How long, as one would say it: in its two largest units. */
    public static Text lasted(Instant from, Instant until) {
        Duration time = Duration.between(from, until);
        if (time.compareTo(Duration.ofMinutes(1)) < 0) {
            return Text.of("watch.lasted.short");
        }
        if (time.compareTo(Duration.ofHours(1)) < 0) {
            return Text.of("watch.lasted.minutes", time.toMinutes());
        }
        return time.compareTo(Duration.ofDays(2)) < 0
                ? Text.of("watch.lasted.hours", time.toHours(), time.toMinutesPart())
                : Text.of("watch.lasted.days", time.toDays(), time.toHoursPart());
    }

    private static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }
}
