package org.mailstation.desktop.stations;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.mailstation.desktop.way.Prospect;
import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Health;

/**
 * How it is with several stations: the one that is worst off speaks, with its name. With a single
 * one it says what that one says.
 */
public final class Panorama implements Prospect {

    private final Supplier<List<Stay>> watched;
    private final List<Runnable> listeners = new ArrayList<>();

    /**
     * @param watched those that count; never empty
     */
    Panorama(Supplier<List<Stay>> watched) {
        this.watched = watched;
    }

    @Override
    public Health health() {
        return worst(watched.get()).room().outlook().health();
    }

    @Override
    public String sentence(Words words) {
        List<Stay> all = watched.get();
        Stay worst = worst(all);
        String sentence = worst.room().outlook().sentence(words);
        if (all.size() == 1) {
            return sentence;
        }
        List<String> others =
                all.stream()
                        .filter(it -> it != worst && it.room().outlook().health() != Health.FINE)
                        .map(Stay::title)
                        .sorted()
                        .toList();
        if (worst.room().outlook().health() == Health.FINE) {
            return words.of("stations.fine", all.size());
        }
        return others.isEmpty()
                ? words.of("stations.worst", worst.title(), sentence)
                : words.of(
                        "stations.worst.others",
                        worst.title(),
                        sentence,
                        String.join(", ", others));
    }

    private static Stay worst(List<Stay> all) {
        Comparator<Stay> gravity =
                Comparator.comparing(it -> it.room().outlook().health(), Health.BY_GRAVITY);
        return all.stream().max(gravity.thenComparing(Stay::title)).orElseThrow();
    }

    @Override
    public void onNews(Runnable listener) {
        listeners.add(listener);
    }

    /** Something changed at one of them, or another one counts. */
    void tell() {
        listeners.forEach(Runnable::run);
    }
}
