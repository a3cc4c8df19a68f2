package org.mailstation.config.toml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailstation.config.Problem;
import org.mailstation.text.Text;

/** What one reading of a file has found so far: problems, and in which line each field stands. */
final class Reading {
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> faulty = new HashSet<>();
    private final Map<String, Integer> lines = new HashMap<>();

    void standsIn(String field, int line) {
        lines.put(field, line);
    }

    void add(String field, Text text) {
        faulty.add(field);
        problems.add(new Problem(field, lineOf(field), text));
    }

    /**
     * Adds what the rules say, except of fields that could not be read: for those they judged a
     * stand-in.
     */
    void addJudged(List<Problem> judged) {
        for (Problem problem : judged) {
            if (!standsIn(faulty, problem.field())) {
                problems.add(new Problem(problem.field(), lineOf(problem.field()), problem.text()));
            }
        }
    }

    /** In the order of the file. */
    List<Problem> problems() {
        return problems.stream().sorted(java.util.Comparator.comparingInt(Problem::line)).toList();
    }

    /**
     * The line of a field, or of the nearest thing around it that stands in the file; 0 if there is
     * none.
     */
    private int lineOf(String field) {
        for (String around = field; !around.isEmpty(); around = around(around)) {
            Integer line = lines.get(around);
            if (line != null) {
                return line;
            }
        }
        return 0;
    }

    private static boolean standsIn(Set<String> fields, String field) {
        return !field.isEmpty() && (fields.contains(field) || standsIn(fields, around(field)));
    }

    private static String around(String field) {
        int end = Math.max(field.lastIndexOf('.'), field.lastIndexOf('['));
        return end < 0 ? "" : field.substring(0, end);
    }
}
