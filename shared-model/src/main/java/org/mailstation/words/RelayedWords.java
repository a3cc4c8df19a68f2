package org.mailstation.words;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.mailstation.control.Relayed;
import org.mailstation.control.RelayedDestination;
import org.mailstation.text.Text;

/** Who gets letters through the relay, as lines for a person. */
public final class RelayedWords {
    private RelayedWords() {}

    public static List<String> lines(Relayed relayed, ZoneId zone) {
        List<String> lines = new ArrayList<>();
        lines.add(
                switch (relayed.use()) {
                    case NEVER -> words("relayed.use.never");
                    case WHEN_REFUSED -> words("relayed.use.when-refused", relayed.host());
                    case ALWAYS -> words("relayed.use.always", relayed.host());
                });
        relayed.destinations().forEach(one -> lines.add(line(one, relayed.host(), zone)));
        return lines;
    }

    private static String line(RelayedDestination one, String host, ZoneId zone) {
        String since = day(one.since(), zone);
        String until = day(one.until(), zone);
        return one.destination().equals(RelayedDestination.EVERYWHERE)
                ? words("relayed.all", host, since, until)
                : words("relayed.one", one.destination(), host, since, until, one.reason());
    }

    private static String day(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toLocalDate().toString();
    }

    private static String words(String key, Object... args) {
        return Text.of(key, args).words();
    }
}
