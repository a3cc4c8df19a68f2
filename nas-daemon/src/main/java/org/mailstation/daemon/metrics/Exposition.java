package org.mailstation.daemon.metrics;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes figures down, one family after the other: {@code # HELP}, {@code # TYPE}, one line a
 * sample. Names follow Prometheus' customs: the program first, base units, {@code _total} for what
 * only grows.
 */
final class Exposition {
    private final StringBuilder text = new StringBuilder();

    /** What only grows, one sample for each value of a label; none at all if there are none. */
    Exposition counters(
            String name, String help, String label, Map<String, ? extends Number> values) {
        return labelled(name, "counter", help, label, values);
    }

    /** What goes up and down. */
    Exposition gauge(String name, String help, double value) {
        return family(name, "gauge", help).sample(name, "", value);
    }

    /** What goes up and down, one sample for each value of a label. */
    Exposition gauges(
            String name, String help, String label, Map<String, ? extends Number> values) {
        return labelled(name, "gauge", help, label, values);
    }

    /** How long something took, in seconds. */
    Exposition times(String name, String help, Durations durations) {
        family(name, "histogram", help);
        Durations.Seen seen = durations.seen();
        seen.upTo()
                .forEach(
                        (seconds, count) ->
                                sample(name + "_bucket", label("le", number(seconds)), count));
        return sample(name + "_bucket", label("le", "+Inf"), seen.count())
                .sample(name + "_sum", "", seen.sum())
                .sample(name + "_count", "", seen.count());
    }

    private Exposition labelled(
            String name,
            String type,
            String help,
            String label,
            Map<String, ? extends Number> values) {
        if (!values.isEmpty()) {
            family(name, type, help);
            new TreeMap<>(values)
                    .forEach((key, value) -> sample(name, label(label, key), value.doubleValue()));
        }
        return this;
    }

    private Exposition family(String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        return this;
    }

    private Exposition sample(String name, String labels, double value) {
        text.append(name).append(labels).append(' ').append(number(value)).append('\n');
        return this;
    }

    private static String label(String name, String value) {
        String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        return "{" + name + "=\"" + escaped + "\"}";
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%.0f", value)
                : Double.toString(value);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
