package org.mailstation.daemon.forwarding;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.Forward;
import org.mailstation.control.ForwardState;
import org.mailstation.control.Forwards;
import org.mailstation.control.RouterStatus;
import org.mailstation.finding.Finding;
import org.mailstation.router.Gateway;
import org.mailstation.router.Line;

/** What is known of the router and its ports, put into words and findings. */
final class Reporting {
    private Reporting() {}

    static Forwards report(
            Instant at,
            Routers.@Nullable Look look,
            List<Forward> forwards,
            Map<Integer, Kept> kept,
            Doors.Seen doors,
            Home.@Nullable Place place) {
        RouterStatus router = look == null ? null : router(look);
        List<Finding> findings = new ArrayList<>();
        if (!forwards.isEmpty()) {
            String nas = router == null ? own(place) : router.nas();
            String page = router == null ? page(place) : router.page();
            findings.addAll(new ForwardFindings(at, nas, page, kept).of(forwards));
            if (look != null) {
                LineFinding.of(look, at).ifPresent(findings::add);
            }
            DoorFinding.of(doors, page, at).ifPresent(findings::add);
        }
        return new Forwards(at, router, forwards, findings);
    }

    private static @Nullable RouterStatus router(Routers.Look look) {
        if (look.mappers().isEmpty()) {
            return null;
        }
        Gateway gateway = look.mappers().getFirst().gateway();
        Line line = look.line();
        InetAddress outside = line == null ? null : line.address();
        URI page = gateway.page();
        return new RouterStatus(
                gateway.protocol(),
                gateway.name(),
                gateway.address().getHostAddress(),
                gateway.client().getHostAddress(),
                page == null ? address(gateway.address()) : page.toString(),
                outside == null ? "" : outside.getHostAddress());
    }

    /** Where a router's settings usually are. */
    private static String address(Inet4Address router) {
        return "http://" + router.getHostAddress() + "/";
    }

    private static String page(Home.@Nullable Place place) {
        return place == null || place.gateways().isEmpty()
                ? ""
                : address(place.gateways().getFirst());
    }

    /** The own address in the network of the way out, else in any. */
    private static String own(Home.@Nullable Place place) {
        if (place == null) {
            return "";
        }
        return place.lans().stream()
                .filter(lan -> place.gateways().stream().anyMatch(lan::contains))
                .findFirst()
                .or(() -> place.lans().stream().findFirst())
                .map(lan -> lan.address().getHostAddress())
                .orElse("");
    }

    /** Whether a person has to do something at the router. */
    static boolean byHand(ForwardState state) {
        return switch (state) {
            case ForwardState.NoRouter _, ForwardState.Refused _ -> true;
            case ForwardState.Asking _,
                    ForwardState.Stands _,
                    ForwardState.Taken _,
                    ForwardState.OtherPort _,
                    ForwardState.NoAnswer _,
                    ForwardState.NotListening _,
                    ForwardState.Withdrawn _ ->
                    false;
        };
    }
}
