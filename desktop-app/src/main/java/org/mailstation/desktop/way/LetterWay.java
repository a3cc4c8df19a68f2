package org.mailstation.desktop.way;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.mailstation.config.Port;
import org.mailstation.config.Service;
import org.mailstation.control.ListenerStatus;
import org.mailstation.desktop.flow.Sighting;
import org.mailstation.diagnosis.Cause;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Verdict;

/**
 * The map: a letter's way from its sender to the mailbox, with how it is at each place and port.
 *
 * @param places one for each {@link Spot}, in its order
 * @param doors those at the line first, in the order of {@link Service}
 */
public record LetterWay(List<Place> places, List<Door> doors) {
    public LetterWay {
        places = List.copyOf(places);
        doors = List.copyOf(doors);
    }

    /** The way as far as it is known. */
    public static LetterWay of(Overview overview) {
        Set<Finding> all = new LinkedHashSet<>(overview.findings());
        // some culprits are concluded, not found
        overview.diagnosis().causes().stream().map(Cause::root).forEach(all::add);
        Judging judging = Judging.of(overview.diagnosis());
        List<Place> places =
                Arrays.stream(Spot.values())
                        .map(spot -> place(spot, all, judging, overview.silent()))
                        .toList();
        List<Door> doors = new ArrayList<>();
        List<ListenerStatus> listeners = listeners(overview.sighting());
        listeners.stream()
                .filter(one -> one.open() == Port.Open.INTERNET)
                .map(one -> outer(one.service(), all, judging))
                .forEach(doors::add);
        listeners.stream()
                .map(one -> inner(one, all, judging, overview.silent()))
                .forEach(doors::add);
        return new LetterWay(places, doors);
    }

    public Place place(Spot spot) {
        return places.get(spot.ordinal());
    }

    private static Place place(Spot spot, Set<Finding> all, Judging judging, boolean silent) {
        List<Finding> here =
                all.stream().filter(finding -> Spot.of(finding.hop()) == spot).toList();
        boolean unused =
                spot == Spot.DDNS
                        && !here.isEmpty()
                        && here.stream().allMatch(one -> one.verdict() == Verdict.NOT_APPLICABLE);
        Health health = silent && spot.atHome() ? Health.UNKNOWN : judging.health(here);
        return new Place(spot, health, !unused, Judging.worstFirst(here));
    }

    /** Those that are not switched off, as they were seen last. */
    private static List<ListenerStatus> listeners(Sighting sighting) {
        Stream<ListenerStatus> seen =
                switch (sighting) {
                    case Sighting.NotYet _ -> Stream.of();
                    case Sighting.Seen it -> it.status().listeners().stream();
                    case Sighting.Silent(_, _, _, Sighting.Seen last) when last != null ->
                            last.status().listeners().stream();
                    case Sighting.Silent _ -> Stream.of();
                };
        return seen.filter(one -> one.open() != Port.Open.OFF).toList();
    }

    private static Door outer(Service service, Set<Finding> all, Judging judging) {
        List<Finding> about =
                all.stream()
                        .filter(one -> one.hop() == Hop.ROUTER || one.hop() == Hop.ISP)
                        .filter(one -> isAbout(service, one))
                        .toList();
        return new Door(
                service,
                service.standardPort(),
                true,
                judging.health(about),
                Judging.worstFirst(about));
    }

    private static Door inner(
            ListenerStatus listener, Set<Finding> all, Judging judging, boolean silent) {
        List<Finding> about =
                all.stream()
                        .filter(one -> one.hop() == Hop.NAS || one.hop() == Hop.DAEMON)
                        .filter(one -> isAbout(listener.service(), one))
                        .toList();
        return new Door(
                listener.service(),
                listener.bound() == 0 ? listener.configured() : listener.bound(),
                false,
                silent ? Health.UNKNOWN : judging.health(about),
                Judging.worstFirst(about));
    }

    /** {@code reach:smtp}, {@code listener.smtp} and their like. */
    private static boolean isAbout(Service service, Finding finding) {
        String name = finding.check().toLowerCase(Locale.ROOT);
        return name.endsWith(":" + service.key()) || name.endsWith("." + service.key());
    }
}
