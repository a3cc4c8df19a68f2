package org.mailstation.words;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mailstation.control.DdnsChange;
import org.mailstation.control.DdnsStatus;
import org.mailstation.control.DdnsTried;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Verdict;
import org.mailstation.text.Text;

/** DDNS as lines for a person. */
public final class DdnsWords {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
                    .withZone(ZoneId.systemDefault());

    private DdnsWords() {}

    /** State first, then what is wrong, then the changes, the newest last. */
    public static List<String> lines(DdnsStatus status) {
        if (status.provider().isEmpty()) {
            return List.of(Text.of("ddns.none").words());
        }
        List<String> lines = new ArrayList<>();
        status.findings().stream()
                .filter(finding -> finding.verdict() == Verdict.PASS)
                .map(Finding::sentence)
                .map(Text::words)
                .forEach(lines::add);
        lines.addAll(FindingWords.troubles(status.findings()));
        Instant checked = status.checkedAt();
        if (checked != null) {
            lines.add(Text.of("ddns.checked", MOMENT.format(checked)).words());
            status.timeline().forEach(change -> lines.add(of(change, checked).words()));
        }
        return lines;
    }

    /** One change, with how long mail was at risk. */
    static Text of(DdnsChange change, Instant now) {
        String when = MOMENT.format(change.noticed());
        if (change.from().isEmpty()) {
            return Text.of("ddns.change.first", when, change.to());
        }
        Duration risk = change.risk(now);
        String key = change.published() == null ? "ddns.change.open" : "ddns.change.done";
        return Text.of(key, when, change.from(), change.to(), length(risk));
    }

    /** 40 s, 12 min, 5 h. */
    static String length(Duration time) {
        if (time.toMinutes() < 2) {
            return time.toSeconds() + " s";
        }
        return time.toHours() < 2 ? time.toMinutes() + " min" : time.toHours() + " h";
    }

    /** What a test says. */
    public static Text of(DdnsTried tried) {
        return switch (tried) {
            case DdnsTried.Works(String address, Instant since) ->
                    Text.of("ddns.test.works", address, MOMENT.format(since));
            case DdnsTried.Refused(Text reason) -> reason;
            case DdnsTried.TryLater(Text reason, Instant _) -> reason;
            case DdnsTried.CouldNotTell(Text reason) -> reason;
            case DdnsTried.NotReady(Text reason) -> reason;
        };
    }
}
