package org.mailstation.config.toml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailstation.text.Text;
import org.mailstation.text.Words;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * One table of the file. What cannot be read is reported and replaced by its default, so that the
 * reading goes on and finds every problem.
 */
final class Section {
    private final @Nullable TomlTable table;
    private final String path;
    private final Reading reading;
    private final Set<String> known = new LinkedHashSet<>();

    /**
     * @param table {@code null}: it is not in the file, everything has its default
     */
    Section(@Nullable TomlTable table, String path, Reading reading) {
        this.table = table;
        this.path = path;
        this.reading = reading;
    }

    String text(String key, String otherwise) {
        Object value = get(key);
        return value instanceof String text
                ? text
                : otherwise(value, key, "problem.toml.wants-text", otherwise);
    }

    int number(String key, int otherwise) {
        long number = number(key, (long) otherwise);
        // what does not fit is far out of every range, and the rules will say so
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number));
    }

    long number(String key, long otherwise) {
        Object value = get(key);
        return value instanceof Long number
                ? number
                : otherwise(value, key, "problem.toml.wants-number", otherwise);
    }

    boolean flag(String key, boolean otherwise) {
        Object value = get(key);
        return value instanceof Boolean flag
                ? flag
                : otherwise(value, key, "problem.toml.wants-flag", otherwise);
    }

    <E extends Enum<E>> E word(String key, E otherwise) {
        Object value = get(key);
        List<E> constants = Arrays.asList(otherwise.getDeclaringClass().getEnumConstants());
        for (E constant : constants) {
            if (Words.of(constant).equals(value)) {
                return constant;
            }
        }
        String words = String.join(", ", constants.stream().map(Words::of).toList());
        return otherwise(value, key, "problem.toml.wants-word", otherwise, words);
    }

    List<String> texts(String key) {
        return texts(key, List.of());
    }

    List<String> texts(String key, List<String> otherwise) {
        return get(key) instanceof TomlArray array
                ? list(key, array, String.class, "", "problem.toml.wants-text")
                : otherwise(get(key), key, "problem.toml.wants-texts", otherwise);
    }

    List<Integer> numbers(String key, List<Integer> otherwise) {
        if (!(get(key) instanceof TomlArray array)) {
            return otherwise(get(key), key, "problem.toml.wants-numbers", otherwise);
        }
        // what does not fit is far out of every range, and the rules will say so
        return list(key, array, Long.class, 0L, "problem.toml.wants-number").stream()
                .map(number -> Math.clamp(number, Integer.MIN_VALUE, Integer.MAX_VALUE))
                .toList();
    }

    /**
     * @param instead in the place of what is of another kind
     * @param problem that it is
     */
    private <T> List<T> list(
            String key, TomlArray array, Class<T> kind, T instead, String problem) {
        List<T> found = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            String field = field(key) + "[" + i + "]";
            reading.standsIn(field, array.inputPositionOf(i).line());
            if (kind.isInstance(array.get(i))) {
                found.add(kind.cast(array.get(i)));
            } else {
                reading.add(field, Text.of(problem, field));
                found.add(instead);
            }
        }
        return found;
    }

    Section section(String key) {
        Object value = get(key);
        TomlTable found = value instanceof TomlTable inner ? inner : null;
        if (found == null) {
            otherwise(value, key, "problem.toml.wants-section", key);
        }
        return new Section(found, field(key), reading);
    }

    List<Section> sections(String key) {
        Object value = get(key);
        List<Section> sections = new ArrayList<>();
        if (!(value instanceof TomlArray array)) {
            return otherwise(value, key, "problem.toml.wants-sections", sections);
        }
        for (int i = 0; i < array.size(); i++) {
            String field = field(key) + "[" + i + "]";
            reading.standsIn(field, array.inputPositionOf(i).line());
            if (array.get(i) instanceof TomlTable inner) {
                sections.add(new Section(inner, field, reading));
            } else {
                reading.add(field, Text.of("problem.toml.wants-sections", key));
                sections.add(
                        new Section(null, field, reading)); // so that the next one keeps its number
            }
        }
        return sections;
    }

    /** To be called when everything that may stand here was asked for. */
    void nothingElse() {
        for (String key : table == null ? Set.<String>of() : table.keySet()) {
            if (!known.contains(key)) {
                standsIn(key);
                String nearest = Spelling.nearest(key, known);
                String shown = key.length() > 40 ? key.substring(0, 40) + "…" : key;
                reading.add(
                        field(shown),
                        nearest == null
                                ? Text.of("problem.toml.unknown", shown, String.join(", ", known))
                                : Text.of("problem.toml.misspelt", shown, nearest));
            }
        }
    }

    private @Nullable Object get(String key) {
        known.add(key);
        standsIn(key);
        return table == null ? null : table.get(List.of(key));
    }

    private void standsIn(String key) {
        TomlPosition position = table == null ? null : table.inputPositionOf(List.of(key));
        if (position != null) {
            reading.standsIn(field(key), position.line());
        }
    }

    private <T> T otherwise(
            @Nullable Object value, String key, String complaint, T otherwise, Object... more) {
        if (value != null) {
            List<Object> args = new ArrayList<>(List.of(key));
            args.addAll(List.of(more));
            reading.add(field(key), Text.of(complaint, args.toArray()));
        }
        return otherwise;
    }

    private String field(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
