package org.mailstation.acceptance.bench.figure;

/**
 * One thing that is measured.
 *
 * @param name as it stands in the report
 * @param unit for example {@code letters/s}, {@code ms}, {@code MB} (10⁶ bytes)
 */
public record Measure(String name, String unit, Better better, Target target) {
    public static Measure more(String name, String unit, Target target) {
        return new Measure(name, unit, Better.MORE, target);
    }

    public static Measure less(String name, String unit, Target target) {
        return new Measure(name, unit, Better.LESS, target);
    }
}
