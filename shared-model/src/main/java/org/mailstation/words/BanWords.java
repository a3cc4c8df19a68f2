package org.mailstation.words;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.mailstation.control.Ban;
import org.mailstation.control.Bans;
import org.mailstation.text.Text;

/** Who is shut out, as lines for a person. */
public final class BanWords {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private BanWords() {}

    public static List<String> lines(Bans bans, ZoneId zone) {
        return bans.bans().isEmpty()
                ? List.of(words("bans.nobody"))
                : bans.bans().stream().map(ban -> line(ban, zone)).toList();
    }

    private static String line(Ban ban, ZoneId zone) {
        String reason = "bans.reason." + ban.reason().name().toLowerCase(Locale.ROOT);
        return words(reason, ban.address(), time(ban.until(), zone), ban.times());
    }

    /** What came of letting an address in again. */
    public static String lifted(String address, boolean done) {
        return words(done ? "bans.lifted" : "bans.unknown", address);
    }

    private static String time(Instant moment, ZoneId zone) {
        return TIME.format(moment.atZone(zone));
    }

    private static String words(String key, Object... args) {
        return Text.of(key, args).words();
    }
}
