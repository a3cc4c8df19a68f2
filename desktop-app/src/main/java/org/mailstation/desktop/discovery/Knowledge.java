package org.mailstation.desktop.discovery;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All that a search has heard, and the list of devices that follows from it. */
final class Knowledge {
    /** A home has some dozens of devices; more is somebody's game. */
    private static final int MOST_SIGHTINGS = 256;

    private final Set<Sighting> sightings = new LinkedHashSet<>();
    private final Map<InetSocketAddress, SshAnswer> ssh = new HashMap<>();

    /** Keeps what an answer told. */
    void heard(Sighting sighting) {
        if (sightings.size() < MOST_SIGHTINGS && !sighting.addresses().isEmpty()) {
            sightings.add(sighting);
        }
    }

    /** Keeps whether SSH answers there. */
    void sshTold(InetSocketAddress where, SshAnswer answer) {
        ssh.put(where, answer);
    }

    /** Where to look for SSH: every address of every device that might be one. */
    Set<InetSocketAddress> sshPlaces() {
        Set<InetSocketAddress> places = new LinkedHashSet<>();
        for (List<Sighting> device : devices().values()) {
            if (kindOf(device) != null || !ruledOut(device)) {
                places.addAll(places(device));
            }
        }
        return places;
    }

    /** The devices that are worth showing. */
    List<Found> found() {
        List<Found> found = new ArrayList<>();
        devices()
                .forEach(
                        (number, device) -> {
                            Kind kind = kindOf(device);
                            SshAnswer answer = sshOf(device);
                            if (kind == null && !ruledOut(device) && looksLikeLinux(answer)) {
                                kind = Kind.LINUX;
                            }
                            if (kind != null) {
                                found.add(describe(number, kind, answer, device));
                            }
                        });
        return found;
    }

    private Map<Integer, List<Sighting>> devices() {
        return Merging.byDevice(List.copyOf(sightings));
    }

    private Found describe(int number, Kind kind, SshAnswer answer, List<Sighting> device) {
        List<Sighting> best =
                device.stream().sorted(Comparator.comparing(Sighting::channel)).toList();
        Set<String> macs = new TreeSet<>();
        best.forEach(sighting -> macs.addAll(sighting.macs()));
        return new Found(
                number,
                kind,
                firstTold(best, Sighting::name),
                firstTold(best, Sighting::model),
                firstTold(best, Sighting::system),
                firstTold(best, Sighting::serial),
                List.copyOf(macs),
                addresses(device),
                answer,
                best.stream().map(Sighting::channel).distinct().toList());
    }

    private static String firstTold(List<Sighting> best, Function<Sighting, String> what) {
        return best.stream().map(what).filter(told -> !told.isEmpty()).findFirst().orElse("");
    }

    /** Those where one can sign in come first, else in the order in which they were heard. */
    private List<String> addresses(List<Sighting> device) {
        Set<InetAddress> reachable = new LinkedHashSet<>();
        Set<InetAddress> others = new LinkedHashSet<>();
        for (InetSocketAddress place : places(device)) {
            boolean answers = ssh.get(place) instanceof SshAnswer.Answers;
            (answers ? reachable : others).add(place.getAddress());
        }
        reachable.addAll(others);
        return reachable.stream().map(InetAddress::getHostAddress).toList();
    }

    private SshAnswer sshOf(List<Sighting> device) {
        SshAnswer best = new SshAnswer.Pending();
        for (InetSocketAddress place : places(device)) {
            best = best.or(ssh.getOrDefault(place, new SshAnswer.Pending()));
        }
        return best;
    }

    private static Set<InetSocketAddress> places(List<Sighting> device) {
        int port =
                device.stream()
                        .mapToInt(Sighting::sshPort)
                        .filter(told -> told > 0)
                        .findFirst()
                        .orElse(SshAnswer.USUAL_PORT);
        Set<InetSocketAddress> places = new LinkedHashSet<>();
        for (Sighting sighting : device) {
            sighting.addresses().forEach(one -> places.add(new InetSocketAddress(one, port)));
        }
        return places;
    }

    private static @Nullable Kind kindOf(List<Sighting> device) {
        return device.stream()
                .map(Sighting::kind)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static boolean ruledOut(List<Sighting> device) {
        return device.stream().anyMatch(Sighting::ruledOut);
    }

    private static boolean looksLikeLinux(SshAnswer answer) {
        return answer instanceof SshAnswer.Answers(int _, String software)
                && !software.contains("for_Windows");
    }
}
