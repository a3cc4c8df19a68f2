package org.mailstation.config.toml;

import org.jspecify.annotations.Nullable;
import org.mailstation.config.Problem;
import org.mailstation.text.Text;

/**
 * A look at a file before it is parsed: the parser calls itself for every bracket and every dot,
 * and a hostile file must not use up its stack.
 */
final class Shape {
    /** Characters in a file; a household of a hundred has 20 000. */
    static final int MAX_SIZE = 262_144;

    /** Brackets in brackets; ours need three. */
    static final int MAX_DEPTH = 16;

    /** Parts of a dotted key; ours need three. */
    static final int MAX_DOTS = 64;

    private final String toml;
    private int at;
    private int line = 1;
    private int depth;
    private int dots;

    private Shape(String toml) {
        this.toml = toml;
    }

    /** Why the parser should not see this, or {@code null} if it may. */
    static @Nullable Problem objection(String toml) {
        if (toml.length() > MAX_SIZE) {
            return new Problem("", 0, Text.of("problem.toml.large", MAX_SIZE));
        }
        return new Shape(toml).look();
    }

    private @Nullable Problem look() {
        while (at < toml.length()) {
            char c = toml.charAt(at);
            switch (c) {
                case '#' -> skipTo("\n", false);
                case '"', '\'' -> skipString(c);
                default -> count(c);
            }
            if (depth > MAX_DEPTH || dots > MAX_DOTS) {
                return new Problem("", line, Text.of("problem.toml.deep"));
            }
        }
        return null;
    }

    private void count(char c) {
        switch (c) {
            case '[', '{' -> depth++;
            case ']', '}' -> depth = Math.max(0, depth - 1);
            case '.' -> dots++;
            case '\n' -> {
                line++;
                dots = 0;
            }
            default -> {
                // means nothing here
            }
        }
        at++;
    }

    private void skipString(char quote) {
        String three = String.valueOf(quote).repeat(3);
        boolean escapes = quote == '"';
        if (toml.startsWith(three, at)) {
            at += 3;
            skipTo(three, escapes);
            at = Math.min(toml.length(), at + 3);
            return;
        }
        at++;
        while (at < toml.length() && toml.charAt(at) != quote && toml.charAt(at) != '\n') {
            at += escapes && toml.charAt(at) == '\\' ? 2 : 1;
        }
        if (at < toml.length() && toml.charAt(at) == quote) {
            at++;
        }
    }

    private void skipTo(String end, boolean escapes) {
        while (at < toml.length() && !toml.startsWith(end, at)) {
            line += toml.charAt(at) == '\n' ? 1 : 0;
            at += escapes && toml.charAt(at) == '\\' ? 2 : 1;
        }
    }
}
