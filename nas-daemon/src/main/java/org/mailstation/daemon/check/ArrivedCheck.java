package org.mailstation.daemon.check;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailstation.check.Scene;
import org.mailstation.daemon.box.Box;
import org.mailstation.daemon.delivery.Arrivals.Arrival;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.lan.DefaultRoutes;
import org.mailstation.text.Text;

/**
 * Has a letter come in from the Internet, and does the station see who brings it? A router or a
 * container that puts its own address in the place of everybody's makes all strangers look like
 * one: filters and limits then judge the wrong one.
 */
final class ArrivedCheck extends NasCheck {
    /** So many letters from the router itself are no accident. */
    private static final int ENOUGH = 3;

    private final Supplier<@Nullable Arrival> last;
    private final Supplier<Map<String, Integer>> nearby;
    private final Box box;

    /**
     * @param last letter from the Internet; {@code null}: none yet
     * @param nearby letters of addresses that are not on the Internet, without a login
     */
    ArrivedCheck(Supplier<@Nullable Arrival> last, Supplier<Map<String, Integer>> nearby, Box box) {
        super("arrived", Hop.ROUTER);
        this.last = last;
        this.nearby = nearby;
        this.box = box;
    }

    @Override
    public List<Finding> look(Scene scene) {
        Arrival arrival = last.get();
        if (arrival != null) {
            return List.of(
                    seen(
                                    scene,
                                    "last letter from the Internet",
                                    arrival.from() + " at " + arrival.at())
                            .pass(Text.of("arrived.ok", arrival.at(), arrival.from())));
        }
        Map<String, Integer> masks = masks();
        int letters = masks.values().stream().mapToInt(Integer::intValue).sum();
        String asked = "addresses that letters came from";
        if (letters >= ENOUGH) {
            String who = String.join(", ", masks.keySet().stream().sorted().toList());
            return List.of(
                    seen(scene, asked, letters + " from " + who + ", none from the Internet")
                            .warn(
                                    Severity.WARNING,
                                    Text.of("arrived.masked", who),
                                    new Remedy.RouterStep(Text.of("arrived.masked.remedy"))));
        }
        return List.of(
                seen(scene, asked, "none from the Internet yet")
                        .unknown(
                                Severity.INFORMATION,
                                Text.of("arrived.none"),
                                new Remedy.RunOnNas(
                                        Text.of("letter.remedy"), "mailstationctl letter")));
    }

    /** Letters by the router, or by the host of a container. */
    private Map<String, Integer> masks() {
        List<String> routers = new ArrayList<>();
        try {
            DefaultRoutes.read(box.path("proc/net/route")).stream()
                    .map(InetAddress::getHostAddress)
                    .forEach(routers::add);
        } catch (IOException notLinux) {
            // then nobody is known to stand between
            return Map.of();
        }
        return nearby.get().entrySet().stream()
                .filter(entry -> routers.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
