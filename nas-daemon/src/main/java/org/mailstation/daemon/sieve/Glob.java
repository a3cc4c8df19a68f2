package org.mailstation.daemon.sieve;

/** Patterns with {@code *} and {@code ?} (RFC 5228 2.7.1), without the traps of expressions. */
final class Glob {
    private Glob() {}

    /** Goes back to the last star only, which is enough: no star before it can do better. */
    static boolean matches(String text, String pattern, Effort effort) throws ScriptException {
        int t = 0;
        int p = 0;
        int star = -1;
        int kept = 0;
        while (t < text.length()) {
            effort.spend(1);
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                kept = t;
                continue;
            }
            int step = step(text.charAt(t), pattern, p);
            if (step > 0) {
                p += step;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++kept;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** How many characters of the pattern stand for this one; 0 if they do not. */
    private static int step(char c, String pattern, int p) {
        if (p >= pattern.length()) {
            return 0;
        }
        char wanted = pattern.charAt(p);
        if (wanted == '?') {
            return 1;
        }
        if (wanted == '\\' && p + 1 < pattern.length()) {
            return pattern.charAt(p + 1) == c ? 2 : 0;
        }
        return wanted == c ? 1 : 0;
    }
}
