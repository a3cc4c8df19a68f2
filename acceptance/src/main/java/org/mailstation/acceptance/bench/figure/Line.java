package org.mailstation.acceptance.bench.figure;

import java.util.Optional;

/**
 * One measure with the medians of both sides; not a number where a side has none.
 *
 * @param ratio how many times as good the station is
 */
public record Line(Measure measure, double station, double peer, double ratio) {
    static Line of(Measure measure, double station, double peer) {
        return new Line(measure, station, peer, Figures.ratio(measure.better(), station, peer));
    }

    public Optional<Boolean> reached() {
        return measure.target().reached(station, ratio);
    }
}
