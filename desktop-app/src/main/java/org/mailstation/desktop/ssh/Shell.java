package org.mailstation.desktop.ssh;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one place where text becomes part of a command line. SSH hands a command to the far shell as
 * one string (RFC 4254 6.5), so every word is quoted for the POSIX shell (XCU 2.2.2): within single
 * quotes nothing means anything but the single quote itself.
 */
public final class Shell {
    private Shell() {}

    /**
     * A command line that gives exactly these words to the program.
     *
     * @throws IllegalArgumentException if a word holds NUL, which no argument can carry
     */
    public static String line(List<String> words) {
        return words.stream().map(Shell::quote).collect(Collectors.joining(" "));
    }

    /**
     * The words that run a fixed script with arguments. The script refers to them as {@code "$1"},
     * {@code "$2"}, …, so that no value ever becomes part of its text.
     */
    public static List<String> script(String script, String... arguments) {
        return Stream.concat(Stream.of("sh", "-c", script, "sh"), Stream.of(arguments)).toList();
    }

    static String quote(String word) {
        if (word.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("NUL in an argument");
        }
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
