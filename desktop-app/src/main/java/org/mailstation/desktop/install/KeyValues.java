package org.mailstation.desktop.install;

import java.util.HashMap;
import java.util.Map;

/**
 * Lines {@code key=value}, as our scripts print them. Other lines, for example a greeting of the
 * login shell, are skipped.
 */
record KeyValues(Map<String, String> values) {
    static KeyValues of(String output) {
        Map<String, String> values = new HashMap<>();
        output.lines()
                .forEach(
                        line -> {
                            int equals = line.indexOf('=');
                            if (equals > 0) {
                                values.put(
                                        line.substring(0, equals),
                                        line.substring(equals + 1).strip());
                            }
                        });
        return new KeyValues(Map.copyOf(values));
    }

    String text(String key) {
        return values.getOrDefault(key, "");
    }

    /** The number, or -1 where there is none. */
    long number(String key) {
        String text = text(key);
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    }
}
