package org.mailstation.acceptance.bench.figure;

import java.util.Locale;
import java.util.Optional;

/** What must be reached. */
public sealed interface Target {
    /** Nothing was promised. */
    Target NONE = new None();

    /**
     * Whether it is reached; empty: cannot be said.
     *
     * @param ratio how many times as good as the peer, or not a number
     */
    Optional<Boolean> reached(double station, double ratio);

    /** For the report. */
    String words(String unit);

    /** This many times as good as the peer. */
    record AtLeastTimes(double times) implements Target {
        @Override
        public Optional<Boolean> reached(double station, double ratio) {
            return Double.isNaN(ratio) ? Optional.empty() : Optional.of(ratio >= times);
        }

        @Override
        public String words(String unit) {
            return String.format(Locale.ROOT, "≥ %s ×", Figures.show(times));
        }
    }

    /** This much, whatever the peer does. */
    record AtMost(double most) implements Target {
        @Override
        public Optional<Boolean> reached(double station, double ratio) {
            return Double.isNaN(station) ? Optional.empty() : Optional.of(station <= most);
        }

        @Override
        public String words(String unit) {
            return String.format(Locale.ROOT, "≤ %s %s", Figures.show(most), unit);
        }
    }

    /** See {@link #NONE}. */
    record None() implements Target {
        @Override
        public Optional<Boolean> reached(double station, double ratio) {
            return Optional.empty();
        }

        @Override
        public String words(String unit) {
            return "";
        }
    }
}
