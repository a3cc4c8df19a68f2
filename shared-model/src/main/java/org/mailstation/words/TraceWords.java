package org.mailstation.words;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mailstation.bounce.StepMeaning;
import org.mailstation.control.Trace;
import org.mailstation.control.TraceStep;
import org.mailstation.control.Traces;
import org.mailstation.text.Text;

/** Where letters are, as lines for a person. */
public final class TraceWords {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    /** Before what belongs to a step. */
    private static final String INNER = "        ";

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
        List<Text> before = List.of();
        for (TraceStep step : trace.steps()) {
            StepMeaning meaning = StepMeaning.of(step);
            Text what = meaning.what() == null ? step(step) : meaning.what();
            lines.add("    " + time(step.at(), zone) + "  " + what.words());
            // a letter that waits is answered the same many times
            if (!meaning.means().equals(before)) {
                meaning.means().forEach(text -> lines.add(INNER + text.words()));
            }
            if (!meaning.reply().isEmpty()) {
                String key =
                        step.kind() == TraceStep.Kind.REFUSED
                                ? "trace.sender-told"
                                : "trace.answered";
                lines.add(INNER + words(key, BounceWords.shown(meaning.reply())));
            }
            if (meaning.next() != null) {
                lines.add(INNER + words("trace.next", time(meaning.next(), zone)));
            }
            before = meaning.means();
        }
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
