package org.mailstation.daemon.watch;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mailstation.control.Trouble;
import org.mailstation.control.WatchNote;
import org.mailstation.text.Text;

/** The letter to the owner: what changed, from when to when, and what to do about it. */
final class WatchLetter {
    /** What came and went for weeks is not read by anybody. */
    private static final int MOST_LINES = 20;

    private final String host;
    private final Locale language;
    private final DateTimeFormatter time;
    private final StringBuilder text = new StringBuilder();

    private WatchLetter(String host, Locale language, ZoneId zone) {
        this.host = host;
        this.language = language;
        this.time =
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(language)
                        .withZone(zone);
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
        return new WatchLetter(host, language, zone).about(changes, now);
    }

    private String about(List<WatchNote> changes, Troubles now) {
        Set<String> begun =
                changes.stream()
                        .flatMap(note -> note.begun().stream())
                        .map(Trouble::check)
                        .collect(Collectors.toSet());
        list(
                "watch.letter.begun",
                now.all().stream().filter(one -> begun.contains(one.check())).toList(),
                this::since);
        list(
                "watch.letter.over",
                changes.stream().flatMap(note -> note.ended().stream()).toList(),
                this::fromTo);
        list(
                "watch.letter.still",
                now.all().stream().filter(one -> !begun.contains(one.check())).toList(),
                this::since);
        paragraph(Text.of(now.all().isEmpty() ? "watch.letter.fine" : "watch.letter.next"));
        return text.append(Text.of("watch.letter.why", host).in(language)).append('\n').toString();
    }

    private void list(String key, List<Trouble> troubles, Function<Trouble, Text> line) {
        if (troubles.isEmpty()) {
            return;
        }
        text.append(Text.of(key).in(language)).append('\n');
        troubles.stream().limit(MOST_LINES).forEach(one -> line(line.apply(one)));
        if (troubles.size() > MOST_LINES) {
            line(Text.of("watch.letter.more", troubles.size() - MOST_LINES));
        }
        text.append('\n');
    }

    private void line(Text words) {
        text.append("  - ").append(words.in(language)).append('\n');
    }

    private void paragraph(Text words) {
        text.append(words.in(language)).append("\n\n");
    }

    private Text since(Trouble one) {
        return one.since() == null
                ? one.sentence()
                : Text.of("watch.letter.since", moment(one.since()), words(one));
    }

    private Text fromTo(Trouble one) {
        return one.since() == null || one.until() == null
                ? one.sentence()
                : Text.of(
                        "watch.letter.over.line",
                        moment(one.since()),
                        moment(one.until()),
                        words(one));
    }

    private String words(Trouble one) {
        return one.sentence().in(language);
    }

    private String moment(Instant at) {
        return time.format(at);
    }
}
