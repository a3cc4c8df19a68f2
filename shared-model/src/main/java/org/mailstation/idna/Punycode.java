package org.mailstation.idna;

import java.util.Optional;

/** Any characters in letters, digits and hyphens (RFC 3492). */
final class Punycode {
    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int FIRST_BIAS = 72;
    private static final int FIRST_BEYOND = 0x80;

    /** What is longer is no label, and shall cost no time. */
    private static final int LONGEST = 256;

    private Punycode() {}

    /** 6.3; empty if the text is too long to be a label. */
    static Optional<String> encoded(String label) {
        int[] points = label.codePoints().toArray();
        if (points.length > LONGEST) {
            return Optional.empty();
        }
        StringBuilder out = new StringBuilder();
        label.codePoints().filter(c -> c < FIRST_BEYOND).forEach(out::appendCodePoint);
        int basic = out.length();
        int handled = basic;
        if (basic > 0) {
            out.append('-');
        }
        int next = FIRST_BEYOND;
        int delta = 0;
        int bias = FIRST_BIAS;
        while (handled < points.length) {
            int least = Integer.MAX_VALUE;
            for (int point : points) {
                least = point >= next && point < least ? point : least;
            }
            // at most 256 times 0x110000: no overflow
            delta += (least - next) * (handled + 1);
            next = least;
            for (int point : points) {
                if (point < next) {
                    delta++;
                } else if (point == next) {
                    number(delta, bias, out);
                    bias = adapted(delta, handled + 1, handled == basic);
                    delta = 0;
                    handled++;
                }
            }
            delta++;
            next++;
        }
        return Optional.of(out.toString());
    }

    private static void number(int value, int bias, StringBuilder out) {
        int rest = value;
        for (int k = BASE; ; k += BASE) {
            int t = threshold(k, bias);
            if (rest < t) {
                out.append(digit(rest));
                return;
            }
            out.append(digit(t + (rest - t) % (BASE - t)));
            rest = (rest - t) / (BASE - t);
        }
    }

    /** 6.2; empty if it is badly made. */
    static Optional<String> decoded(String code) {
        int last = code.lastIndexOf('-');
        StringBuilder out = new StringBuilder(code.substring(0, Math.max(0, last)));
        int length = out.length();
        int point = FIRST_BEYOND;
        int bias = FIRST_BIAS;
        long i = 0;
        int at = last < 0 ? 0 : last + 1;
        if (code.length() > LONGEST) {
            return Optional.empty();
        }
        while (at < code.length()) {
            long before = i;
            long weight = 1;
            for (int k = BASE; ; k += BASE) {
                int digit = at < code.length() ? value(code.charAt(at++)) : -1;
                i += digit * weight;
                if (digit < 0 || i > Integer.MAX_VALUE) {
                    return Optional.empty();
                }
                int t = threshold(k, bias);
                if (digit < t) {
                    break;
                }
                weight *= BASE - t;
            }
            length++;
            bias = adapted((int) (i - before), length, before == 0);
            long sum = point + i / length;
            if (sum > Character.MAX_CODE_POINT) {
                return Optional.empty();
            }
            point = (int) sum;
            int place = (int) (i % length);
            out.insert(out.offsetByCodePoints(0, place), Character.toString(point));
            i = place + 1L;
        }
        return Optional.of(out.toString());
    }

    private static int threshold(int k, int bias) {
        return Math.clamp(k - bias, T_MIN, T_MAX);
    }

    private static int adapted(int delta, int points, boolean first) {
        int rest = first ? delta / DAMP : delta / 2;
        rest += rest / points;
        int k = 0;
        while (rest > (BASE - T_MIN) * T_MAX / 2) {
            rest /= BASE - T_MIN;
            k += BASE;
        }
        return k + (BASE - T_MIN + 1) * rest / (rest + SKEW);
    }

    private static char digit(int value) {
        return (char) (value < 26 ? 'a' + value : '0' + value - 26);
    }

    private static int value(char digit) {
        if (digit >= '0' && digit <= '9') {
            return digit - '0' + 26;
        }
        int small = digit | 0x20;
        return small >= 'a' && small <= 'z' ? small - 'a' : -1;
    }
}
