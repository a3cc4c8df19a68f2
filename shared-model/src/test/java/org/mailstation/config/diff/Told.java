package org.mailstation.config.diff;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.StationConfig;
import org.mailstation.text.Text;

/** Changes in one line each: {@code field: sentence[arguments] > effect[arguments]}. */
final class Told {
    private Told() {}

    static List<String> told(@Nullable StationConfig from, StationConfig to) {
        return ConfigDiff.between(from, to).stream().map(Told::told).toList();
    }

    private static String told(Change change) {
        StringBuilder told = new StringBuilder(change.field() + ": " + told(change.sentence()));
        change.effects().forEach(effect -> told.append(" > ").append(told(effect)));
        return told.toString();
    }

    private static String told(Text text) {
        return text.key() + text.args();
    }
}
