package org.mailstation.acceptance.bench.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** The arithmetic of the report. */
public final class Figures {
    private static final int DIGITS = 3;

    private Figures() {}

    /**
     * The middle one; of an even number, the mean of the two in the middle.
     *
     * @return not a number if there are none
     */
    public static double median(List<Double> values) {
        if (values.isEmpty()) {
            return Double.NaN;
        }
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /**
     * How many times as good the station is as the peer.
     *
     * @return not a number if one of them is missing or the ratio has no meaning
     */
    public static double ratio(Better better, double station, double peer) {
        if (!(station > 0) || !(peer > 0)) {
            return Double.NaN;
        }
        return switch (better) {
            case MORE -> station / peer;
            case LESS -> peer / station;
        };
    }

    /** Three digits that count, never as a power of ten; a dash for what is not a number. */
    public static String show(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS));
        if (rounded.precision() - rounded.scale() > DIGITS) {
            return new BigDecimal(Math.round(value)).toPlainString();
        }
        String plain = rounded.stripTrailingZeros().toPlainString();
        return plain.equals("0.0") ? "0" : plain;
    }
}
