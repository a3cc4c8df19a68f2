package org.mailstation.acceptance.bench.figure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what the rounds give, and makes lines of it in the order of the first entries. */
public final class Sheet {
    private final Map<Measure, Map<Side, List<Double>>> values = new LinkedHashMap<>();

    /** One more value of one side. */
    public synchronized void add(Measure measure, Side side, double value) {
        values.computeIfAbsent(measure, _ -> new EnumMap<>(Side.class))
                .computeIfAbsent(side, _ -> new ArrayList<>())
                .add(value);
    }

    /** Everything from another sheet. */
    public synchronized void addAll(Sheet other) {
        other.values.forEach(
                (measure, sides) ->
                        sides.forEach(
                                (side, list) -> list.forEach(value -> add(measure, side, value))));
    }

    public synchronized List<Line> lines() {
        return values.entrySet().stream()
                .map(
                        entry ->
                                Line.of(
                                        entry.getKey(),
                                        median(entry.getValue(), Side.STATION),
                                        median(entry.getValue(), Side.PEER)))
                .toList();
    }

    private static double median(Map<Side, List<Double>> sides, Side side) {
        return Figures.median(sides.getOrDefault(side, List.of()));
    }
}
