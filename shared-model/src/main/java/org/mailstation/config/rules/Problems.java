package org.mailstation.config.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Problem;
import org.mailstation.text.Text;

/** Collects what the rules object to. */
final class Problems {
    private static final int SHOWN = 80;

    /**
     * Line breaks and other controls, halves of characters, and what turns the direction of writing
     * round (Unicode TR 36 3.1).
     */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]");

    private final List<Problem> found = new ArrayList<>();

    void add(String field, String key, Object... args) {
        add(field, text(key, args));
    }

    /**
     * @param objection {@code null}: none
     */
    void add(String field, @Nullable Text objection) {
        if (objection != null) {
            found.add(new Problem(field, 0, objection));
        }
    }

    List<Problem> list() {
        return List.copyOf(found);
    }

    /**
     * A sentence in which what a person typed is short and has no control characters, whatever it
     * was.
     */
    static Text text(String key, Object... args) {
        return Text.of(key, Arrays.stream(args).map(arg -> shown(String.valueOf(arg))).toArray());
    }

    /** Whether this may stand in one line of a letter or a log. */
    static boolean visible(String typed) {
        return !INVISIBLE.matcher(typed).find();
    }

    private static String shown(String typed) {
        String visible = INVISIBLE.matcher(typed).replaceAll("\uFFFD");
        return visible.length() <= SHOWN ? visible : visible.substring(0, SHOWN) + "…";
    }
}
