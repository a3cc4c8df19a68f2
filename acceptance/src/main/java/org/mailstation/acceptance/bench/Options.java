package org.mailstation.acceptance.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.acceptance.bench.work.Registry;

/**
 * What was asked for on the command line.
 *
 * @param only names of benchmarks; empty: all
 * @param rounds of each benchmark; 0: as many as usual
 * @param program folder of the daemon's program
 * @param folder an empty folder of the run's own
 * @param report where the page is written; null: only printed
 */
record Options(
        boolean quick,
        boolean list,
        List<String> only,
        int rounds,
        Path program,
        Path folder,
        @Nullable Path report) {
    Options {
        only = List.copyOf(only);
    }

    /**
     * @throws IllegalArgumentException with a sentence for whoever typed it
     */
    static Options parse(List<String> words) {
        boolean quick = false;
        boolean list = false;
        List<String> only = new ArrayList<>();
        int rounds = 0;
        Path program = Path.of("nas-daemon/target/mailstation");
        Path folder = Path.of("");
        Path report = null;
        var rest = words.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            switch (word) {
                case "--quick" -> quick = true;
                case "--list" -> list = true;
                case "--must" -> only.addAll(Registry.MUST);
                case "--only" -> only.addAll(List.of(value(word, rest).split(",")));
                case "--rounds" -> rounds = positive(word, value(word, rest));
                case "--program" -> program = Path.of(value(word, rest));
                case "--folder" -> folder = Path.of(value(word, rest));
                case "--report" -> report = Path.of(value(word, rest));
                default -> throw new IllegalArgumentException("unknown option " + word);
            }
        }
        return new Options(quick, list, only, rounds, program, folder, report);
    }

    private static String value(String word, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(word + " needs a value");
        }
        return rest.next();
    }

    private static int positive(String word, String value) {
        if (!value.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException(word + " needs a number above 0");
        }
        return Integer.parseInt(value);
    }
}
