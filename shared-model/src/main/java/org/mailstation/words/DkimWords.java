package org.mailstation.words;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mailstation.control.DkimEntry;
import org.mailstation.control.DkimStatus;
import org.mailstation.control.RetiredKey;
import org.mailstation.control.SigningKeyStatus;
import org.mailstation.control.SigningStatus;
import org.mailstation.text.Text;

/** How letters are signed, as lines for a person. */
public final class DkimWords {
    /** Letters may wait five days here, and some more at others. */
    private static final Duration ON_THEIR_WAY = Duration.ofDays(10);

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneId.systemDefault());

    private DkimWords() {}

    /** Whether letters are signed and everybody can prove it. */
    public static boolean fine(DkimStatus status) {
        SigningStatus keys = status.keys();
        return keys != null
                && status.records().stream()
                        .filter(entry -> entry.selector().equals(keys.current().selector()))
                        .allMatch(entry -> entry.published() == DkimEntry.Publication.YES);
    }

    /** The keys first, then each record with what the DNS has. */
    public static List<String> lines(DkimStatus status) {
        SigningStatus keys = status.keys();
        if (keys == null) {
            return List.of(words("signing.broken"));
        }
        List<String> lines = new ArrayList<>();
        if (status.switched()) {
            lines.add(words("dkim.switched"));
        }
        lines.add(words("dkim.signs", keys.current().selector(), day(keys.current().made())));
        SigningKeyStatus next = keys.next();
        if (next != null) {
            lines.add(words("dkim.next", next.selector()));
        }
        for (RetiredKey old : keys.retired()) {
            lines.add(words("dkim.retired", old.selector(), day(old.until().plus(ON_THEIR_WAY))));
        }
        status.records().forEach(entry -> lines.addAll(record(entry)));
        return lines;
    }

    private static List<String> record(DkimEntry entry) {
        String state = entry.published().name().toLowerCase(Locale.ROOT);
        return List.of(
                words("dkim.record", entry.domain(), entry.selector()),
                "    TXT " + entry.name(),
                "    " + entry.value(),
                words("dkim.published." + state));
    }

    private static String day(Instant moment) {
        return DAY.format(moment);
    }

    private static String words(String key, Object... args) {
        return Text.of(key, args).words();
    }
}
