package org.mailstation.words;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mailstation.control.Trace;
import org.mailstation.control.TraceStep;
import org.mailstation.control.Traces;
import org.mailstation.text.Text;

/** Where letters are, as lines for a person. */
public final class TraceWords {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private TraceWords() {}

    public static List<String> lines(Traces traces, ZoneId zone) {
        if (traces.letters().isEmpty()) {
            return List.of(words("trace.none"));
        }
        List<String> lines = new ArrayList<>();
        traces.letters().forEach(trace -> lines.addAll(letter(trace, zone)));
        if (traces.more()) {
            lines.add(words("trace.more"));
        }
        return lines;
    }

    private static List<String> letter(Trace trace, ZoneId zone) {
        List<String> lines = new ArrayList<>();
        String from = trace.from().isEmpty() ? words("trace.report") : trace.from();
        String to = String.join(", ", trace.to());
        lines.add(time(trace.at(), zone) + "  " + from + " → " + to);
        if (!trace.subject().isEmpty()) {
            lines.add("    " + words("trace.subject", trace.subject()));
        }
        lines.add("    " + words("trace.came", trace.source(), String.valueOf(trace.bytes())));
        lines.add("    " + words("trace.id", trace.id(), trace.messageId()));
        if (!trace.checks().isEmpty()) {
            lines.add("    " + words("trace.checks", trace.checks()));
        }
        trace.steps()
                .forEach(
                        step ->
                                lines.add(
                                        "    "
                                                + time(step.at(), zone)
                                                + "  "
                                                + step(step).words()));
        return lines;
    }

    /** What one step was. */
    public static Text step(TraceStep step) {
        String kind = step.kind().name().toLowerCase(Locale.ROOT);
        return Text.of("trace.step." + kind, step.to(), step.place(), step.detail());
    }

    private static String time(Instant moment, ZoneId zone) {
        return TIME.format(moment.atZone(zone));
    }

    private static String words(String key, Object... args) {
        return Text.of(key, args).words();
    }
}
