package org.mailstation.words;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mailstation.control.Trouble;
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
        if (watched.troubles().isEmpty()) {
            lines.add(Text.of("watch.fine").words());
        } else {
            lines.add(Text.of("watch.troubles").words());
            watched.troubles().forEach(one -> lines.add("  " + one.sentence().words()));
        }
        lines.add(
                (watched.whole() == null
                                ? Text.of("watch.whole.not-yet")
                                : Text.of(
                                        "watch.whole.at",
                                        TIME.format(watched.whole().atZone(zone))))
                        .words());
        lines.add(
                (watched.address().isEmpty()
                                ? Text.of("watch.nobody")
                                : Text.of("watch.told", watched.address()))
                        .words());
        watched.notes().forEach(note -> lines.addAll(note(note, zone)));
        return lines;
    }

    private static List<String> note(WatchNote note, ZoneId zone) {
        List<String> lines = new ArrayList<>();
        String letter = note.letter().name().toLowerCase(Locale.ROOT).replace('_', '-');
        lines.add("");
        lines.add(
                TIME.format(note.at().atZone(zone))
                        + "  "
                        + Text.of("watch.letter." + letter).words());
        each(lines, "watch.begun", note.begun());
        each(lines, "watch.ended", note.ended());
        return lines;
    }

    private static void each(List<String> lines, String key, List<Trouble> troubles) {
        troubles.forEach(one -> lines.add("  " + Text.of(key, one.sentence().words()).words()));
    }
}
