package org.mailstation.desktop.view;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.mailstation.config.StationConfig;

/** What can be set about a station, by its names in the records, and what each is set to. */
final class Keys {
    private Keys() {}

    /** Every key with its value; those in lists have the values of all entries. */
    static Map<String, String> of(StationConfig config) {
        Map<String, String> found = new LinkedHashMap<>();
        record(config, "", found);
        return found;
    }

    /** Which keys have another value. */
    static Set<String> changed(StationConfig before, StationConfig after) {
        Map<String, String> old = of(before);
        Set<String> changed = new LinkedHashSet<>();
        of(after)
                .forEach(
                        (key, value) -> {
                            if (!value.equals(old.get(key))) {
                                changed.add(key);
                            }
                        });
        return changed;
    }

    private static void record(Record one, String path, Map<String, String> found) {
        for (RecordComponent part : one.getClass().getRecordComponents()) {
            String key = path.isEmpty() ? part.getName() : path + "." + part.getName();
            try {
                value(Objects.requireNonNull(part.getAccessor().invoke(one)), key, found);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(key, e);
            }
        }
    }

    private static void value(Object value, String key, Map<String, String> found) {
        switch (value) {
            case Map<?, ?> map ->
                    new TreeMap<>(map).values().forEach(one -> value(one, shortened(key), found));
            case List<?> list when !list.isEmpty() && list.getFirst() instanceof Record ->
                    list.forEach(one -> value(one, key, found));
            case Record one -> record(one, key, found);
            default -> found.merge(key, value.toString(), (a, b) -> a + "; " + b);
        }
    }

    /** The map's own name says nothing: {@code ports.byService}. */
    private static String shortened(String key) {
        return key.substring(0, key.lastIndexOf('.'));
    }
}
