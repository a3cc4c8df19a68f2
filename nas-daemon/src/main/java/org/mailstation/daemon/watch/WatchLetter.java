package org.mailstation.daemon.watch;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mailstation.control.Trouble;
import org.mailstation.control.WatchNote;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;
import org.mailstation.finding.Verdict;
import org.mailstation.text.Text;

/** The letter to the owner: what changed, and what to do about it. */
final class WatchLetter {
    /**
     * While these do not work, a letter would not be read, would make matters worse, or would lie
     * in the same queue as all the others.
     */
    private static final Set<String> MAIL =
            Set.of("disk", "queue", "relay", "outbound", "internet", "inbound", "configuration");

    private WatchLetter() {}

    /** Whether mail itself is what does not work. */
    static boolean isMailBroken(List<Finding> findings) {
        return findings.stream()
                .filter(one -> one.verdict() == Verdict.FAIL)
                .filter(one -> Health.of(List.of(one)) == Health.BROKEN)
                .anyMatch(one -> MAIL.contains(family(one)) || family(one).equals("listener"));
    }

    /** {@code relay} of {@code relay.last}. */
    private static String family(Finding finding) {
        return finding.check().replaceFirst("[.:].*$", "");
    }

    /**
     * @param now what is wrong at this moment
     */
    static Text subject(String host, Troubles now) {
        return now.all().isEmpty()
                ? Text.of("watch.letter.subject.fine", host)
                : Text.of("watch.letter.subject.trouble", host, now.all().size());
    }

    /**
     * @param changes the oldest first
     */
    static String text(
            String host, List<WatchNote> changes, Troubles now, Locale language, ZoneId zone) {
        StringBuilder text = new StringBuilder();
        DateTimeFormatter time =
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(language)
                        .withZone(zone);
        for (WatchNote note : changes) {
            text.append(time.format(note.at())).append("\n\n");
            list(text, "watch.letter.begun", note.begun(), language);
            list(text, "watch.letter.ended", note.ended(), language);
        }
        if (changes.size() > 1) {
            list(text, "watch.letter.now", now.all(), language);
        }
        Text last =
                now.all().isEmpty() ? Text.of("watch.letter.fine") : Text.of("watch.letter.next");
        return text.append(last.in(language))
                .append("\n\n")
                .append(Text.of("watch.letter.why", host).in(language))
                .append('\n')
                .toString();
    }

    private static void list(
            StringBuilder text, String key, List<Trouble> troubles, Locale language) {
        if (!troubles.isEmpty()) {
            text.append(Text.of(key).in(language)).append('\n');
            troubles.forEach(
                    one -> text.append("  - ").append(one.sentence().in(language)).append('\n'));
            text.append('\n');
        }
    }
}
