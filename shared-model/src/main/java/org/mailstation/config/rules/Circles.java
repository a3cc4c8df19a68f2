package org.mailstation.config.rules;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds where one thing leads to another and back. Takes time in proportion to the number of links
 * and calls itself nowhere, for a file may have a very long chain.
 */
final class Circles {
    private final SortedMap<Integer, Set<Integer>> next = new TreeMap<>();
    private final Map<Integer, List<Integer>> before = new HashMap<>();

    private Circles(Map<Integer, Set<Integer>> links) {
        links.forEach(
                (from, to) -> {
                    next.put(from, new HashSet<>(to));
                    to.forEach(
                            target ->
                                    before.computeIfAbsent(target, _ -> new ArrayList<>())
                                            .add(from));
                });
    }

    /**
     * Circles that share nothing with each other, so that there is none when all of them are broken
     * up and it is asked again.
     *
     * @param links from each thing to those that it leads to, which must be keys too
     */
    static List<List<Integer>> in(Map<Integer, Set<Integer>> links) {
        Circles circles = new Circles(links);
        List<List<Integer>> found = new ArrayList<>();
        circles.takeAway(
                links.keySet().stream()
                        .filter(i -> links.getOrDefault(i, Set.of()).isEmpty())
                        .toList());
        while (!circles.next.isEmpty()) {
            List<Integer> circle = circles.follow(circles.next.firstKey());
            found.add(circle);
            circles.takeAway(circle);
        }
        return found;
    }

    /** Takes things away, and then all those that led to nothing else. */
    private void takeAway(Collection<Integer> things) {
        Deque<Integer> gone = new ArrayDeque<>(things);
        while (!gone.isEmpty()) {
            Integer thing = gone.remove();
            if (next.remove(thing) == null) {
                continue; // was taken away before
            }
            for (Integer from : before.getOrDefault(thing, List.of())) {
                Set<Integer> others = next.get(from);
                if (others != null && others.remove(thing) && others.isEmpty()) {
                    gone.add(from);
                }
            }
        }
    }

    /** Everything that is left leads to something that is left: so every way ends in a circle. */
    private List<Integer> follow(Integer start) {
        Set<Integer> way = new LinkedHashSet<>();
        Integer at = start;
        while (way.add(at)) {
            at = next.getOrDefault(at, Set.of()).iterator().next();
        }
        List<Integer> all = List.copyOf(way);
        return all.subList(all.indexOf(at), all.size());
    }
}
