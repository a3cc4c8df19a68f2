package org.mailstation.desktop.discovery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Puts together what belongs to one device. It may answer by several channels and once for each of
 * its network cards.
 */
final class Merging {
    /** The surest sign first: so a serial number decides before an address can. */
    private static final List<BiPredicate<Sighting, Sighting>> SIGNS =
            List.of(
                    (a, b) -> !a.serial().isEmpty() && a.serial().equals(b.serial()),
                    (a, b) -> !Collections.disjoint(a.macs(), b.macs()),
                    (a, b) -> !Collections.disjoint(a.addresses(), b.addresses()));

    private final List<Sighting> sightings;

    /** For each sighting, the number of the first one of its device. */
    private final int[] first;

    private Merging(List<Sighting> sightings) {
        this.sightings = sightings;
        first = new int[sightings.size()];
        for (int i = 0; i < first.length; i++) {
            first[i] = i;
        }
    }

    /**
     * Sightings by device, in the order of their numbers. A device's number is the place of its
     * first sighting in the list, so it stays while the list grows.
     *
     * @param sightings in the order in which they arrived
     */
    static Map<Integer, List<Sighting>> byDevice(List<Sighting> sightings) {
        Merging merging = new Merging(sightings);
        SIGNS.forEach(merging::joinBy);
        Map<Integer, List<Sighting>> devices = new TreeMap<>();
        for (int i = 0; i < merging.first.length; i++) {
            devices.computeIfAbsent(merging.first[i], _ -> new ArrayList<>()).add(sightings.get(i));
        }
        return devices;
    }

    private void joinBy(BiPredicate<Sighting, Sighting> sign) {
        for (int i = 0; i < first.length; i++) {
            for (int j = 0; j < i; j++) {
                if (first[i] != first[j]
                        && sign.test(sightings.get(i), sightings.get(j))
                        && serials(first[i], first[j]).size() <= 1) {
                    join(first[i], first[j]);
                }
            }
        }
    }

    /** Two serial numbers are two devices, whatever else they share. */
    private Set<String> serials(int one, int other) {
        return IntStream.range(0, first.length)
                .filter(i -> first[i] == one || first[i] == other)
                .mapToObj(i -> sightings.get(i).serial())
                .filter(serial -> !serial.isEmpty())
                .collect(Collectors.toSet());
    }

    private void join(int one, int other) {
        int from = Math.max(one, other);
        int to = Math.min(one, other);
        for (int i = 0; i < first.length; i++) {
            if (first[i] == from) {
                first[i] = to;
            }
        }
    }
}
