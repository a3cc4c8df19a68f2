package org.mailstation.daemon.sieve;

import java.util.Locale;

/** Cuts a script into words (RFC 5228 8.1); comments and white space are left out. */
final class Lexer {
    enum Kind {
        /** a command or test, in lower case */
        NAME,
        /** with its colon, in lower case */
        TAG,
        NUMBER,
        STRING,
        /** one character */
        MARK,
        END
    }

    /**
     * @param text of a string: its content; of a number: its digits without the unit's letter
     */
    record Word(Kind kind, String text, int line, long number) {
        boolean is(char mark) {
            return kind == Kind.MARK && text.charAt(0) == mark;
        }
    }

    private final String script;
    private int at;
    private int line = 1;

    Lexer(String script) {
        this.script = script;
    }

    Word next() throws ScriptException {
        skip();
        if (at >= script.length()) {
            return new Word(Kind.END, "the end", line, 0);
        }
        int begun = line;
        char c = script.charAt(at);
        if (c == '"') {
            return new Word(Kind.STRING, quoted(), begun, 0);
        }
        if (c >= '0' && c <= '9') {
            return number();
        }
        if (c == ':' && at + 1 < script.length() && isNameStart(script.charAt(at + 1))) {
            at++;
            return new Word(Kind.TAG, ":" + name(), begun, 0);
        }
        if (isNameStart(c)) {
            String name = name();
            return name.equals("text") && at < script.length() && script.charAt(at) == ':'
                    ? new Word(Kind.STRING, lines(), begun, 0)
                    : new Word(Kind.NAME, name, begun, 0);
        }
        if ("{}()[];,".indexOf(c) < 0) {
            throw new ScriptException(line, "character");
        }
        at++;
        return new Word(Kind.MARK, String.valueOf(c), begun, 0);
    }

    private void skip() throws ScriptException {
        while (at < script.length()) {
            char c = script.charAt(at);
            if (c == '#') {
                at = lineEnd();
            } else if (script.startsWith("/*", at)) {
                int end = script.indexOf("*/", at + 2);
                if (end < 0) {
                    throw new ScriptException(line, "comment");
                }
                line += (int) script.substring(at, end).chars().filter(x -> x == '\n').count();
                at = end + 2;
            } else if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
                line += c == '\n' ? 1 : 0;
                at++;
            } else {
                return;
            }
        }
    }

    /** Where the next line break is, or the end. */
    private int lineEnd() {
        int end = script.indexOf('\n', at);
        return end < 0 ? script.length() : end;
    }

    private static boolean isNameStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private String name() {
        int start = at;
        while (at < script.length()
                && (isNameStart(script.charAt(at)) || Character.isDigit(script.charAt(at)))) {
            at++;
        }
        return script.substring(start, at).toLowerCase(Locale.ROOT);
    }

    private String quoted() throws ScriptException {
        int begun = line;
        StringBuilder text = new StringBuilder();
        for (at++; at < script.length(); at++) {
            char c = script.charAt(at);
            if (c == '"') {
                at++;
                return text.toString();
            }
            if (c == '\\' && at + 1 < script.length()) {
                c = script.charAt(++at);
            }
            line += c == '\n' ? 1 : 0;
            text.append(c);
        }
        throw new ScriptException(begun, "quote");
    }

    /** {@code text:} and what follows, up to a line with a dot only (RFC 5228 2.4.2). */
    private String lines() throws ScriptException {
        int begun = line;
        String first = script.substring(at + 1, lineEnd()).strip();
        if (!first.isEmpty() && !first.startsWith("#")) {
            throw new ScriptException(line, "text-line");
        }
        StringBuilder text = new StringBuilder();
        at = lineEnd() + 1;
        while (at < script.length()) {
            line++;
            String one = script.substring(at, lineEnd());
            one = one.endsWith("\r") ? one.substring(0, one.length() - 1) : one;
            at = Math.min(lineEnd(), script.length());
            if (one.equals(".")) {
                return text.toString();
            }
            text.append(one.startsWith("..") ? one.substring(1) : one).append("\r\n");
            at++;
        }
        throw new ScriptException(begun, "text-end");
    }

    private Word number() throws ScriptException {
        int start = at;
        while (at < script.length() && Character.isDigit(script.charAt(at))) {
            at++;
        }
        String digits = script.substring(start, at);
        int shift = 0;
        if (at < script.length() && "KMG".indexOf(upper(script.charAt(at))) >= 0) {
            shift = 10 * (1 + "KMG".indexOf(upper(script.charAt(at))));
            at++;
        }
        try {
            long value = Math.multiplyExact(Long.parseLong(digits), 1L << shift);
            return new Word(Kind.NUMBER, digits, line, value);
        } catch (NumberFormatException | ArithmeticException tooLarge) {
            throw new ScriptException(line, "number");
        }
    }

    private static char upper(char c) {
        return Character.toUpperCase(c);
    }
}
