package org.mailstation.config.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.mailstation.text.Text;
import org.mailstation.text.Words;

/** Collects changes in the order in which a person reads them. */
final class Changes {
    private final List<Change> found = new ArrayList<>();

    void add(String field, Text sentence, List<Text> effects) {
        found.add(new Change(field, sentence, effects));
    }

    void add(String field, Text sentence, Text... effects) {
        add(field, sentence, List.of(effects));
    }

    /**
     * One setting, whose sentence has the name of the field. Nothing is added where nothing
     * changes.
     */
    void setting(String field, Object from, Object to, Text... effects) {
        if (!Objects.equals(from, to)) {
            add(field, sentence("change." + field, from, to), effects);
        }
    }

    List<Change> list() {
        return List.copyOf(found);
    }

    /**
     * A sentence in which words of the file stand as they are in the file, and nothing shows as a
     * dash.
     */
    static Text sentence(String key, Object... args) {
        return Text.of(key, Arrays.stream(args).map(Changes::shown).toArray());
    }

    private static Object shown(Object value) {
        return switch (value) {
            case Enum<?> constant -> Words.of(constant);
            case String text when text.isEmpty() -> "–";
            case List<?> list when list.isEmpty() -> "–";
            case List<?> list -> String.join(", ", list.stream().map(String::valueOf).toList());
            default -> value;
        };
    }
}
